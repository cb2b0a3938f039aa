"""What a frame may do, and what its host must forbid for it: the policies of design §4.2."""

from collections.abc import Iterable
from html import escape

SANDBOX = "allow-scripts"


def frame_policy(static: str, hosts: Iterable[str]) -> str:
    """Return the policy of an app's document: no origin, no network but the images of listed hosts."""
    images = " ".join([static, "data:", "blob:", *(f"https://{host}" for host in hosts)])
    return "; ".join(
        [
            f"sandbox {SANDBOX}",
            "default-src 'none'",
            f"script-src {static} 'unsafe-eval' blob:",
            "worker-src blob:",
            f"style-src {static} 'unsafe-inline'",
            f"font-src {static} data:",
            f"img-src {images}",
            f"media-src {images}",
            "connect-src 'none'",
            "frame-src 'none'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'",
        ]
    )


# Beside the policy: no look-ups of names, no devices.
DEVICES = "camera microphone geolocation clipboard-read clipboard-write display-capture payment usb serial hid midi"
FRAME_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-DNS-Prefetch-Control": "off",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Permissions-Policy": ", ".join(f"{device}=()" for device in DEVICES.split()),
}


def host_policy(frame: str) -> str:
    """Return the policy of a page that hosts frames: those below one address, so that no frame can leave it."""
    return "; ".join(
        [
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            f"frame-src {frame}",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        ]
    )


def stage(frame: str) -> str:
    """Return the body of a page that hosts an app: its frame, and an outline over it until the app is there."""
    return (
        '<div id="tooljet">'
        # No referrer: the address of the page may hold Jupyter's token.
        f'<iframe id="tooljet-frame" class="tj-Host-frame" title="App" sandbox="{SANDBOX}" '
        f'referrerpolicy="no-referrer" src="{escape(frame)}">'
        "</iframe>"
        '<div class="tj-Outline" role="status" aria-label="Loading" aria-busy="true"></div></div>'
    )
