"use strict";
(async () => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const load = async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  };
  const [back, front] = await Promise.all([load(data.back), load(data.front)]);
  const signs = {};
  for (const layer of Object.keys(data.signs)) signs[layer] = await load(data.signs[layer]);

  // From here on the page can draw: the still picture makes room for the live one.
  document.querySelector(".still").hidden = true;
  document.querySelector(".live").hidden = false;
  const place = document.getElementById("network");
  const [left, top, right, bottom] = data.box;
  const wide = right - left, high = bottom - top;
  place.style.aspectRatio = `${wide} / ${high}`;
  place.style.maxWidth = `${1.15 * wide}px`;
  place.style.margin = "0 auto";

  const nodes = new vis.DataSet(data.nodes), edges = new vis.DataSet(data.edges);
  const network = new vis.Network(place, { nodes, edges }, {
    physics: false,
    layout: { improvedLayout: false },
    interaction: { dragNodes: false, zoomView: false, hover: true, tooltipDelay: 150, selectConnectedEdges: false },
    nodes: { shapeProperties: { useBorderWithImage: false } },
    edges: { chosen: false },
  });
  const whole = () => network.moveTo({
    position: { x: left + wide / 2, y: top + high / 2 },
    scale: Math.min(place.clientWidth / wide, place.clientHeight / high),
  });
  network.on("beforeDrawing", (canvas) => canvas.drawImage(back, left, top, wide, high));
  network.on("afterDrawing", (canvas) => {
    for (const edge of edges.get()) {
      const sign = signs[edge.layer];
      if (sign && !edge.hidden) {
        const [x, y] = edge.sign;
        canvas.drawImage(sign, x - data.reach, y - data.reach, 2 * data.reach, 2 * data.reach);
      }
    }
    canvas.drawImage(front, left, top, wide, high);
  });

  const boxes = [...document.querySelectorAll("[data-layer]")];
  const selected = document.querySelector(".selected");
  let chosen = null;
  const show = () => {
    const layers = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.layer));
    const seen = (edge) => layers.has(edge.layer) && (chosen === null || edge.from === chosen || edge.to === chosen);
    edges.update(edges.get().map((edge) => ({ id: edge.id, hidden: !seen(edge) })));
    const about = document.createElement("p");
    about.textContent = chosen === null ? selected.dataset.hint : nodes.get(chosen).title;
    const list = document.createElement("ul");
    for (const edge of edges.get()) {
      if (chosen !== null && !edge.hidden) {
        const item = document.createElement("li");
        item.textContent = data.between[edge.id];
        list.append(item);
      }
    }
    selected.replaceChildren(about, ...(list.children.length ? [list] : []));
  };
  const choose = (person) => {
    chosen = person;
    network.selectNodes(person === null ? [] : [person]);
    show();
  };

  network.on("click", (event) => choose(event.nodes.length ? event.nodes[0] : null));
  boxes.forEach((box) => box.addEventListener("change", show));
  document.querySelectorAll("[data-zoom]").forEach((button) => button.addEventListener("click", () => {
    const times = Number(button.dataset.zoom);
    if (times) network.moveTo({ scale: network.getScale() * times });
    else whole();
  }));
  document.querySelectorAll("[data-person]").forEach((button) => button.addEventListener("click", () => {
    choose(Number(button.dataset.person));
    place.scrollIntoView({ block: "center" });
  }));
  window.addEventListener("resize", whole);
  whole();
})();
