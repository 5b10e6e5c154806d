"""Lines that pages carry and articles do not: one readable table, a name for every rule.

A pattern is matched against the whole line in lower case, without bullet, emphasis and trailing punctuation.
``(…)`` around nothing but words keeps every pattern linear: there is no repetition inside a repetition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

Effect = Literal["line", "section", "tail"]
"""What goes: the line alone; with it the short lines below; everything below it once the article is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A rule of the table: its name and what goes with a line that has this shape."""

    rule: str
    effect: Effect


_NETWORK: Final = (
    r"(?:facebook|twitter|x|x\.com|whats ?app|linkedin|linked in|pinterest|reddit|tumblr|e-?mail(?: this)?|print(?: this)?"
    r"|instagram|youtube|you tube|telegram|messenger|flipboard|threads|bluesky|mastodon|tiktok|snapchat|google\+|google plus"
    r"|digg|stumbleupon|delicious|pocket|sms|vk|xing|line|copy(?: the)?(?: url| link)?|copied|link copied|permalink|rss|pin(?: it)?"
    r"|tweet|share|like|save|more|comment|flip|post|bookmark|listen|plus|fb|in|gift|copy to clipboard|follow(?: us)?|subscribe)"
)
_SITE: Final = r"[^.!?]{1,60}"

# (rule, effect, pattern of the whole line)
_TABLE: Final[tuple[tuple[str, Effect, str], ...]] = (
    ("skip-link", "line", r"(?:skip|jump) (?:directly )?(?:to|over|past)\b.{0,60}|(?:zum inhalt|aller au contenu|saltar al contenido|ir al contenido|vai al contenuto).{0,30}"),
    ("share-bar", "line", rf"(?:{_NETWORK}[\s|/·•,:&+-]*){{2,14}}(?:on|via|this|article)?|[\d.,]+k? (?:total )?(?:shares?|likes?|tweets?|views?|retweets?|reactions?)(?: [\d.,]+k? \w+)?"),
    ("share-bar", "line", rf"(?:click to )?(?:share|post|tweet|pin|email|send|print|save|copy|like|follow)(?: (?:this|the|it|us|me))?(?: (?:article|story|post|page|link|news|recipe|entry|via|with|on|to|by|url|a friend|your friends|now|all|clipboard|friends|a link|,?(?: opens in new window)))*(?: {_NETWORK})?(?: \(opens in new window\))?"),
    ("share-bar", "line", r"(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|tumblr|instagram|youtube|telegram|messenger|flipboard|e-?mail|print|share|tweet|pin it|copy link|link copied|copy url|facebook icon|twitter icon)(?: \d+)?"),
    ("social-link", "line", r"(?:follow|like|join|find|connect with) (?:us|me|him|her|them|@?\w+)(?: (?:@\w+|on|at|via|facebook|twitter|instagram|linkedin|google news|youtube|x|tiktok|telegram|whatsapp|and|or|&|,))*"),
    ("advertisement", "line", r"(?:advert(?:isement|isment|ising|orial)?s?|ad|ads|sponsored(?: content| links?| post)?|promoted(?: content)?|anzeige|publicit[ée]|publicidad|werbung|pubblicit[àa])(?:\s*[-–—:|.]?\s*(?:continue reading below|scroll (?:down )?(?:to|for).{0,40}|story continues.{0,30}|article continues.{0,30}|this ad.{0,40}|\d+))?|- ?advertisement ?-|remove ads?|report (?:this )?ad|ad feedback|learn more about.{0,20} ads"),
    ("story-continues", "line", r"(?:story|article|post|content|text|recipe) (?:continues|resumes|continued) (?:below|after)\b.{0,60}|continue reading(?: (?:below|the main story|after).{0,60})?|(?:scroll|keep scrolling) (?:down )?(?:to|for) .{0,60}|read (?:the )?(?:full|entire|whole) (?:story|article|post)\b.{0,60}|(?:show|read|load|see|view) (?:more|less|full article|all)|(?:\.\.\.|…)? ?(?:show|read|see) more|expand|collapse|weiterlesen|lire la suite|seguir leyendo"),
    ("reading-time", "line", r"(?:(?:reading|read|listening|estimated) time:? ?)?(?:approx(?:imately|\.)? |about |< ?)?\d+[- ]?(?:min(?:ute)?s?|mins?\.?)(?: ?\d+ sec(?:ond)?s?)?[- ]?(?:read|reading(?: time)?|listen|de lecture|lesezeit|watch)?(?: time)?|time to read:?.{0,20}|reading time:?"),
    ("comments", "tail", r"(?:show |view |read |see |load |hide |post )?(?:all |the )?(?:\d[\d,.]* |no )?(?:comments?|responses?|replies|kommentare|commentaires|comentarios|thoughts)(?: ?\(\d*\))?(?: ?(?:on|to) .{0,150})?|(?:add|leave|post|write|submit|be the first to|make) (?:a |your |an? )?(?:new )?(?:comments?|reply|response).{0,60}|join the (?:conversation|discussion).{0,40}|what do you think|(?:log|sign) in to (?:leave a )?(?:comment|reply)|cancel reply|reply|your email address will not be published.{0,80}|required fields are marked.{0,10}|save my name, email.{0,80}|comments are closed.{0,40}|notify me of .{0,60}|(?:this site|we) uses? akismet.{0,120}|name ?\*?|email ?\*?|website|comment ?\*"),
    ("related", "section", r"(?:related|recommended|similar|suggested|further|additional|featured|trending|popular|recent|latest|more|other)(?: (?:to|for you|on this|from us|by this author))? ?(?:articles?|stor(?:y|ies)|posts?|news|readings?|content|links?|topics?|coverage|videos?|items?|resources?|reads?|blogs?|blog posts|headlines|products?|searches|pages?|insights?|events?)?"),
    ("related", "section", r"(?:related|recommended|suggested|more|further reading|read more|read also|also read|see also|read next|up next|next up|don'?t miss|you might also like|related (?:article|story|reading|post|content|coverage|link)s?)\s*[:|>»].{0,200}|(?:you|we|readers|people|others|users) (?:may|might|could|will|'ll|also) (?:also )?(?:like|love|enjoy|be interested in|liked|read|viewed|want to read|think you'?ll like).{0,60}|(?:see also|read next|read also|also read|up next|next up|read more|more like this|related to this|what to read next|keep reading|don'?t miss|in case you missed it|you may have missed|must reads?|editor'?s'? (?:picks?|choice)|top picks|staff picks|further reading|hand-?picked .{0,40}|more on this(?: story| topic)?|around the web|from around the web|from the web|promoted stories|elsewhere on the web|lesen sie auch|mehr zum thema|[àa] lire aussi|lire aussi|sur le m[êe]me sujet|leer m[áa]s|te puede interesar|leggi anche|veja tamb[ée]m|lees ook)"),
    ("more-from", "section", rf"(?:more|latest|recent|other|new|also|read more|the latest|see more|view more|view all|see all|browse all|all)(?: (?:stories|articles|news|posts|content|coverage|headlines|reads?|great|top|wirecutter))*(?: (?:from|by|in|on|about|for you|at)\b)(?: {_SITE})?"),
    ("popular", "tail", r"(?:the )?(?:most|more)[ -](?:popular|read|viewed|shared|emailed|commented|recent|watched|discussed|clicked)(?: (?:articles?|stor(?:y|ies)|posts?|news|videos?|now|today|this week|in .{1,40}|on .{1,40}))?|(?:popular|trending|top|hot)(?: (?:videos?|now|today|this week|stor(?:y|ies)|articles?|posts?|news|topics?|headlines|tags|categories|searches|right now|on .{1,40}|in .{1,40}))|trending|meistgelesen|les plus lus|lo m[áa]s le[íi]do"),
    ("newsletter", "line", r"(?:sign[- ]?up|subscribe|register|get|join|receive|opt[- ]in)\b.{0,160}\b(?:newsletters?|inbox|e-?mail(?:s| updates| alerts| list)?|mailing list|updates|alerts|daily|weekly|digest|subscribers?|free)\b.{0,160}|(?:our |the |free |daily |weekly |email )*newsletters?(?: sign[- ]?up)?|(?:enter |your )+e-?mail(?: address)?.{0,30}|e-?mail address:?|subscribe(?: (?:now|today|here|free|for .{1,40}|to .{1,60}|us))?|sign[- ]?up(?: (?:now|today|here|free|for .{1,60}|to .{1,60}))?|thank(?:s| you) for (?:subscribing|signing up).{0,60}|you(?:'ve| have) (?:successfully )?(?:been )?(?:subscribed|signed up).{0,60}|by (?:signing up|subscribing|clicking|submitting|providing|entering|registering|continuing)\b.{0,300}|(?:i agree|i have read|i consent|i would like to receive)\b.{0,200}|no spam\b.{0,80}|(?:you can )?unsubscribe (?:at )?any ?time.{0,60}|this site is protected by recaptcha.{0,120}"),
    ("cookies", "line", r".{0,120}\b(?:this (?:web)?site|we|our (?:web)?site|our partners)\b.{0,40}\bcookies\b.{0,300}|(?:accept|reject|manage|decline|allow|deny|customi[sz]e)(?: all)?(?: cookies| preferences| settings| optional cookies)?|cookie (?:policy|settings|preferences|notice|consent|statement)s?|privacy (?:preferences|settings|cent(?:er|re))|your privacy (?:choices|rights).{0,20}|do not sell.{0,60}"),
    ("account", "line", r"(?:log|sign)[ -]?(?:in|on|out|off)(?: / (?:sign|log)[ -]?up| or register| / register| here)?|my (?:account|profile|bookmarks|list|cart)|register|create (?:an |your )?(?:free )?account|already (?:a|have an?) (?:subscriber|member|account|registered).{0,60}|forgot (?:your )?password.{0,10}|become a (?:member|subscriber|patron).{0,40}|manage (?:my )?(?:account|subscription)|(?:cart|basket|checkout|wish ?list)(?: ?\(?\d+\)?)?"),
    ("navigation", "line", r"(?:(?:back )?to (?:the )?top|top of page|go to top|scroll to top|back to .{1,40}|(?:open |close |toggle |main |mobile |site |show |primary )*(?:menu|navigation|nav|search|sidebar|submenu|modal|dialog|popup|filters?)|home(?: ?page)?|search(?: for:?| the site| this site|\.\.\.|…| \w+\.com)?|close|open|menu|expand|next|previous|prev|next (?:article|post|story|page|slide|image)|(?:previous|older|newer) (?:article|post|story|page|posts|articles)|«|»|loading\.*|please wait\.*|go|submit|send|ok|cancel|apply|reset|clear|done|edit|categories|archives?|tags|pages?|sections?|topics?|breadcrumbs?|you are here:?|sitemap|site map|rss(?: feeds?)?|toggle .{1,40}|dark mode|light mode|change language|select language|language|english|deutsch|fran[çc]ais|espa[ñn]ol|volver|zur[üu]ck|accueil|startseite|inicio)"),
    ("next-article", "tail", r"(?:next|previous|prev|older|newer)(?: (?:article|post|story|page|entry|up|in .{1,30}))?\s?(?:[:→»›>]|&raquo;).{0,160}|next article|previous article|←.{0,160}|.{1,160}→|(?:«|‹).{1,160}|.{1,160}(?:»|›)"),
    ("legal", "tail", r"(?:©|\(c\) ?(?:19|20)|copyright\b|&copy;).{0,200}|.{0,160}(?:©|copyright ©) ?(?:19|20)\d\d.{0,160}|.{0,160}\ball rights reserved\b.{0,160}|(?:terms|privacy|cookie|legal|disclaimer|accessibility|imprint|impressum|datenschutz|agb|kontakt|mentions l[ée]gales)(?: (?:of|&|and|policy|notice|use|service|conditions|statement|information|terms|center|privacy|cookies?))*(?: ?[|/·•,] ?.{0,120})?|advertis(?:e|ing)(?: (?:with us|here|on .{1,30}|policy|info(?:rmation)?|disclosure))?|powered by .{1,60}|site by .{1,40}|designed by .{1,40}|.{0,80}\baffiliate (?:links?|commission|disclosure|disclaimer|partner)\b.{0,240}|.{0,100}\b(?:earn|receive|get) (?:a |an )?(?:small |affiliate |referral )?commissions?\b.{0,240}|this (?:material|article|story|content) may not be (?:published|reproduced|republished).{0,160}"),
    ("about-page", "line", r"about(?: us| this site)?|contact(?: us)?|careers|jobs|help(?: cent(?:er|re))?|support|faqs?|press(?: room| releases?)?|media kit|our (?:team|story|mission|company|services|products)|meet the team|editorial (?:policy|guidelines|standards|team)|work with us|write for us|investors?|investor relations|blog|shop|store|podcasts?|newsletters?|events|video|videos|photos|subscribe|give a gift|customer (?:service|care|support)|feedback|send us a tip|corrections? policy|ethics policy|licensing|reprints?|permissions"),
    ("tags", "tail", r"(?:tags?|topics?|categor(?:y|ies)|filed (?:under|in|to)|posted (?:in|under)|labels?|tagged(?: (?:with|as|in|under))?|keywords?|more about|more on|related tags|related topics|explore more on these topics|in this (?:article|story)|schlagworte|mots[- ]cl[ée]s|etiquetas|hashtags?|subjects?)\s?:.{0,240}|(?:tags?|topics?|tagged|filed under|categor(?:y|ies)|keywords?|read more about|explore more on these topics|in this (?:article|story|post)|article tags|related tags)|(?:#[\w-]+[\s,]*){1,20}"),
    ("about-author", "tail", r"about (?:the )?(?:authors?|writers?|contributors?|reporters?|columnists?|[A-Za-z .'-]{3,40})|(?:author|contributor|writer)(?: bio(?:graphy)?| info| profile| details)|(?:view|see|read|all|more)(?: all| more| full)? (?:posts?|articles?|stories|bio|profile|author archive)(?: (?:by|from|of) .{1,60})?|.{2,60}'s (?:bio|profile|posts|website)|written by|reviewed by|edited by|meet (?:the|our) (?:author|expert)s?|contact (?:the )?(?:author|reporter|writer).{0,40}|(?:follow|e-?mail|contact|reach|write to|tweet) (?:him|her|them|the (?:author|reporter|writer)|[a-z]+(?: [a-z]+)?) (?:at|on|via|@).{0,120}|(?:read|see) (?:his|her|their) (?:full )?bio.{0,30}"),
    ("app", "line", r"(?:click here to )?(?:get|download|install|open|try)(?: (?:the|our|it|this|in))?.{0,40}\bapps?\b(?: (?:on|for|from|store|now|today|here).{0,60})?|(?:download|available|get it) (?:on|from|in|at)? ?(?:the )?(?:app ?store|google play|ios|android).{0,40}|click here (?:to|for) .{1,80}|app store|google play|(?:add|make|set|choose) .{1,50}(?:as )?(?:a |your )?(?:preferred|trusted) (?:google )?source.{0,40}|add .{1,40} on google.{0,20}"),
    ("media-control", "line", r"(?:image|photo|slide|picture|gallery|video|item) \d+ ?(?:of|/) ?\d+(?: ?[-–:|] ?.{0,60})?|\d+ ?(?:of|/) ?\d+(?: ?(?:photos?|images?|slides?))?|(?:watch|play|pause|mute|unmute|replay|stop|listen|listen (?:to )?this article|play video|watch (?:now|live|the video|video|more|below)|now playing|view gallery|full ?screen|enlarge(?: image| this image)?|view (?:larger |full |original )?(?:image|size|photo)s?|hide caption|toggle caption|show caption|open image|image|photo|video|gallery|photos?|slideshow|audio|transcript|volume|settings|captions|live|x|click to (?:enlarge|expand|zoom|play).{0,20}|your browser does not support .{0,80}|audio (?:player|is ai).{0,60}|listen to (?:this )?(?:article|story|post).{0,40}|00?:\d\d(?: ?/ ?\d\d?:\d\d)?|\d\d?:\d\d(?::\d\d)?)"),
    ("image-name", "line", r"[\w-]{1,80}\.(?:jpe?g|png|gif|webp|svg|avif)|(?:image|img|logo|icon|avatar|thumbnail|featured image|author avatar|gravatar|company logo|[a-z .'-]{2,40} logo)"),
    ("print-rule", "line", r"[_*#=~·•\-–—.\s|+×✕✖<>‹›«»↑↓→←▲▼◄►]{1,200}"),
    ("empty-label", "line", r"(?:author|authors|by|updated|published|posted|date|source|sources|tags|category|categories|topics|credit|photo credit|editor|last updated|written by|posted by|posted on|published on|photo|video|location|section)\s?:"),
    ("paywall", "line", r"(?:this (?:article|content|story) is (?:for|exclusive|only|available).{0,60}subscribers.{0,60}|(?:you have|you've) (?:reached|read|used) (?:your|all|\d+).{0,60}(?:articles?|limit).{0,60}|to (?:continue|keep) reading.{0,120}|unlimited (?:digital )?access.{0,80}|start your (?:free )?trial.{0,40}|support (?:our|independent|local|quality) journalism.{0,120}|donate(?: (?:now|today|here|to .{1,60}))?|make a (?:donation|gift|contribution).{0,60}|javascript (?:is|must be|has been) .{0,160}|please enable javascript.{0,120}|enable javascript.{0,80}|your browser .{0,120}(?:supported|outdated|update).{0,80})"),
    ("tip-line", "line", r"(?:got|have) (?:a|any) (?:news )?(?:tips?|story|question|confidential|correction|suggestion).{0,160}|(?:spotted|see|found|noticed) (?:an|a|any|something) (?:error|mistake|typo|wrong).{0,120}|(?:report|submit|suggest) (?:a|an) (?:typo|error|correction|tip).{0,60}|was this (?:article|page|post|helpful|information).{0,60}|(?:rate|did you (?:find|like|enjoy)) (?:this|the).{0,60}|how (?:useful|helpful) was this.{0,40}"),
    ("agency-note", "line", r"end of (?:article|story)|-?30-?|ends?|editor'?s? note:?"),
    ("contents", "line", r"(?:table of )?contents?(?: \[?(?:hide|show|toggle)\]?)?|on this page:?|jump to(?: section)?:?|quick links|inhaltsverzeichnis|sommaire|[íi]ndice"),
)  # fmt: skip

_LONGEST: Final = 420


def _compile(rows: Iterable[tuple[str, Effect, str]]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<r{number}>{pattern})" for number, (_, _, pattern) in enumerate(rows)))


_PATTERN: Final = _compile(_TABLE)
_SHAPES: Final = tuple(Shape(rule=f"shape:{rule}" if rule != "empty-label" else rule, effect=effect) for rule, effect, _ in _TABLE)
_TRIM: Final = " \t*_#>|·•–—"


def shape_of(line: str) -> Shape | None:
    """The boilerplate shape that a line has, or None."""
    if len(line) > _LONGEST:
        return None
    plain = line.strip(_TRIM).lower().replace("’", "'").replace("\u00a0", " ")
    match = _PATTERN.fullmatch(plain) or _PATTERN.fullmatch(plain.rstrip(".!?…"))
    return None if match is None else _SHAPES[int((match.lastgroup or "r0")[1:])]
