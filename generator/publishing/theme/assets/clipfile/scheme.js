// Before the first paint: the scheme that the reader chose last, if any.
try {
  const chosen = localStorage.getItem("cf-scheme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.scheme = chosen;
} catch (error) {
  // Storage is forbidden: the system's scheme it is.
}
