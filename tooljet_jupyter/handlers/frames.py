"""What a frame may do, and what its host must forbid for it: the policies of design §4.2."""

from collections.abc import Iterable

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
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'",
        ]
    )


# What is on the screen until the app is there: its shape, without a script.
SHAPES = "<header></header><main><i></i><i></i><i></i><b></b></main>"
SKELETON = f'<div id="root" class="tj-skeleton" aria-busy="true">{SHAPES}</div>'

# `frame-src 'self'` is what keeps a frame from sending itself somewhere else.
HOST_POLICY = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "frame-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    ]
)
