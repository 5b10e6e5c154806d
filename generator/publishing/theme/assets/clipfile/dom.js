// What every script needs.

export const root = new URL("../../", import.meta.url);

export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

export function fold(text) {
  return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f.'’\-]/g, "");
}

export function counted(number) {
  return number === 1 ? "1 article" : `${number.toLocaleString("en")} articles`;
}
