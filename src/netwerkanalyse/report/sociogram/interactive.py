"""The sociogram as a page to look around in: one file that opens offline and asks nothing of anybody.

pyvis builds the data of the network and brings vis-network; its own page is never written, for it calls other servers
and lets labels run as script. Places, shapes, names and signs are those of the static picture.
"""

from base64 import b64encode
from collections.abc import Callable, Sequence
from functools import partial
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from netwerkanalyse.report.pictures import font
from netwerkanalyse.report.pictures.key import sample
from netwerkanalyse.report.pictures.palette import DOUBLE, DOUBLE_EDGE, GAP, GREY, SOFT, TENSION, TIE
from netwerkanalyse.report.pictures.pen import Element, Point, blank, crop, draw, finished, hatching
from netwerkanalyse.report.sociogram import marks, scene, words
from netwerkanalyse.report.sociogram.boxes import Box
from netwerkanalyse.report.sociogram.facts import Facts, Layer
from netwerkanalyse.report.sociogram.layout import Layout, lay_out
from netwerkanalyse.report.sociogram.legend import entries, notes
from netwerkanalyse.report.sociogram.svg import svg
from netwerkanalyse.texts import text

_REACH = 20.0
_MARGIN = 10.0

_LOOKS: dict[Layer, dict[str, Any]] = {
    Layer.COORDINATES: {"color": TIE},
    Layer.KNOWS: {"color": SOFT, "dashes": [8, 4]},
    Layer.TENSION: {"color": TENSION, "dashes": [3, 3], "width": 2.5},
    Layer.MISSING: {"color": GREY, "dashes": [1.5, 4], "width": 1.4},
    Layer.DOUBLE: {"color": DOUBLE_EDGE, "width": 1, "background": {"enabled": True, "color": DOUBLE, "size": 7}},
    Layer.MAYBE_DOUBLE: {
        "color": DOUBLE_EDGE,
        "width": 1,
        "dashes": [2, 4],
        "background": {"enabled": True, "color": DOUBLE, "size": 7, "dashes": [8, 14]},
    },
}


def interactive(facts: Facts, *, layout: Layout | None = None) -> str:
    """Write a sociogram as an interactive page.

    Parameters
    ----------
    facts
        Whom and what to show.
    layout
        The places, when they are known already.

    Returns
    -------
    page
        A complete HTML file, with every script, style and picture inside. Its content security policy lets nothing in
        from outside, and runs nothing but the scripts it carries.
    """
    placed = layout or lay_out(facts)
    templates = Environment(
        loader=PackageLoader("netwerkanalyse.report.sociogram"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    scripts = [_vis_network(), _ours("interactive.js")]
    style = _ours("interactive.css")
    return templates.get_template("interactive.html").render(
        facts=facts,
        data=_data(facts, placed),
        legend=[(Markup(sample(entry)), entry.words) for entry in entries(facts, placed, "key")],  # noqa: S704 - ours
        notes=notes(facts, placed),
        layers=[layer.value for layer in Layer if any(route.pair.layer is layer for route in placed.routes)],
        still=Markup(svg(facts, layout=placed)),  # noqa: S704 - our own picture, which escapes its labels
        words=words,
        between=partial(words.between, facts=facts),
        say=partial(_say, facts.lang),
        style=style,
        scripts=scripts,
        policy=_policy(scripts, style),
    )


def _data(facts: Facts, placed: Layout) -> dict[str, Any]:
    """Give the script what it draws: pictures, and the network as pyvis builds it."""
    nodes, edges = _network(facts, placed)
    box = placed.box
    around = Box(box.left - _MARGIN, box.top - _MARGIN, box.right + _MARGIN, box.bottom + _MARGIN)
    back, front = blank(), blank()
    hatch = hatching(draw(back, "defs"), "gap", GAP)
    scene.draw_rings(back, placed)
    scene.draw_sectors(back, placed, hatch)
    scene.draw_client(back, facts)
    scene.draw_names(back, placed)
    scene.draw_labels(front, placed)
    signs = {Layer.TENSION: marks.storm, Layer.MISSING: marks.open_circle}
    return {
        "nodes": nodes,
        "edges": edges,
        "box": around,
        "back": _image(back, around),
        "front": _image(front, around),
        "reach": _REACH,
        "signs": {layer.value: _small(sign) for layer, sign in signs.items()},
        "between": [words.between(route.pair, facts) for route in placed.routes],
    }


def _network(facts: Facts, placed: Layout) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Build the network with pyvis."""
    from pyvis.network import Network

    # Directed, because pyvis drops the second tie of an undirected pair.
    network = Network(directed=True)
    for one, (who, (x, y)) in enumerate(zip(facts.people, placed.places, strict=True)):
        image = _small(partial(marks.person, who=who))
        title = font.clean(words.about(who, facts))
        fixed = {"x": x, "y": y, "fixed": True, "physics": False}
        network.add_node(one, label=" ", shape="image", image=image, size=_REACH, title=title, **fixed)
    for number, (route, sign) in enumerate(zip(placed.routes, placed.signs, strict=True)):
        pair = route.pair
        strength = {} if pair.strength is None else {"width": 1.3 + 2.2 * pair.strength}
        # A line that does not bend is a curve too: vis draws no band under what it calls straight.
        turn = {"enabled": True, "type": "curvedCCW" if route.bend > 0 else "curvedCW"}
        network.add_edge(
            pair.a,
            pair.b,
            id=number,
            arrows="",
            layer=pair.layer.value,
            sign=sign,
            smooth={**turn, "roundness": 2 * abs(route.bend)},
            **{"width": 2.0, **strength, **_LOOKS[pair.layer]},
        )
    nodes, edges, *_ = network.get_network_data()
    return nodes, edges


def _small(sign: Callable[[Element, Point], object]) -> str:
    """Draw a sign as an image of its own."""
    svg = blank()
    sign(svg, (0.0, 0.0))
    return _image(svg, Box(-_REACH, -_REACH, _REACH, _REACH))


def _image(svg: Element, box: Box) -> str:
    """Return a drawing as the address of an image."""
    crop(svg, *box)
    return f"data:image/svg+xml;base64,{b64encode(finished(svg).encode()).decode()}"


def _vis_network() -> Markup:
    """Return the script of vis-network that pyvis carries, without the address of its source map."""
    script = files("pyvis").joinpath("lib", "vis-9.1.2", "vis-network.min.js").read_text(encoding="utf-8")
    return Markup(script.rpartition("//# sourceMappingURL")[0] or script)  # noqa: S704 - as pyvis ships it


def _ours(name: str) -> Markup:
    """Return a file of ours as it stands."""
    folder = files("netwerkanalyse.report.sociogram").joinpath("templates", name)
    return Markup(folder.read_text(encoding="utf-8"))  # noqa: S704 - our own file


def _policy(scripts: Sequence[str], style: str) -> str:
    """Return the content security policy: nothing from outside, and no script or style but these."""
    allowed = " ".join(_digest(script) for script in scripts)
    rules = ("default-src 'none'", f"script-src {allowed}", f"style-src {_digest(style)}", "img-src data:")
    return "; ".join((*rules, "base-uri 'none'", "form-action 'none'"))


def _digest(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def _say(lang: str, key: str, **values: object) -> str:
    return text(f"picture.{key}", lang, **values)
