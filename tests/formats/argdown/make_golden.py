"""Ask the reference implementation what it makes of texts, and keep its answers.

Run `python -m tests.formats.argdown.make_golden FOLDER` with a folder in which npm
has installed `@argdown/node` 2.0. For every text of `golden` and short example the
answer is kept, as Argdown JSON, to the text and to what is written of its map.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from argmap.formats import dumps, read
from tests.console import ROOT

GOLDEN = Path(__file__).parent / "golden"
TEXTS = {
    path.stem: path
    for path in (
        *sorted(GOLDEN.glob("*.argdown")),
        ROOT / "examples" / "decision_record.argdown",
        ROOT / "examples" / "rent_control.argdown",
        ROOT / "examples" / "undercut.argdown",
    )
}
_ASK = """
import { text } from "node:stream/consumers";
const { argdown } = await import(process.argv[1]);
const process_ = ["parse-input", "build-model", "build-map", "export-json"];
const answers = JSON.parse(await text(process.stdin)).map((input) => {
  const request = { input, process: process_, logLevel: "silent", json: { spaces: 0 } };
  const response = argdown.run(request);
  if (response.parserErrors?.length || response.lexerErrors?.length)
    throw new Error(JSON.stringify(response.parserErrors) + input);
  return JSON.parse(response.json);
});
console.log(JSON.stringify(answers));
"""


def written(path: Path) -> str:
    """Return what is written of the map in a text."""
    return dumps(read(path.read_text("utf-8"), "argdown").argument_map, "argdown")


def answers_to(texts: list[str], folder: Path) -> list[Any]:
    """Return the Argdown JSON that the reference makes of texts."""
    module = folder / "node_modules/@argdown/node/dist/index.js"
    node = shutil.which("node")
    assert node is not None
    done = subprocess.run(
        [node, "--input-type=module", "-e", _ASK, module.resolve().as_uri()],
        input=json.dumps(texts),
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    answers = json.loads(done.stdout)
    assert isinstance(answers, list)
    return answers


if __name__ == "__main__":
    TEXTS_AND_WRITTEN = [
        text
        for path in TEXTS.values()
        for text in (path.read_text("utf-8"), written(path))
    ]
    ANSWERS = iter(answers_to(TEXTS_AND_WRITTEN, Path(sys.argv[1])))
    for NAME in TEXTS:
        for KIND in ("read", "written"):
            LINES = json.dumps(next(ANSWERS), ensure_ascii=False, indent=1)
            (GOLDEN / f"{NAME}.{KIND}.json").write_text(f"{LINES}\n", "utf-8")
