"""Modules that are served in one file."""

import pytest

from generator.site.files.bundles import bundle

SCRIPTS = {
    "js/a/entry.js": 'import { two } from "./two.js";\nimport * as one from "../one.js";\n'
    "export const sum = one.ONE + two();\n",
    "js/a/two.js": 'import { ONE } from "../one.js";\nexport function two() {\nreturn ONE + 1;\n}\nconst own = 1;\n',
    "js/one.js": "export const ONE = 1;\nconst own = 2;\n",
}


def test_every_module_is_there_once_before_who_needs_it() -> None:
    made = bundle("js/a/entry.js", SCRIPTS)
    assert "import" not in made
    assert made.count("const ONE = 1") == 1
    assert made.index("const $js_one") < made.index("const $js_a_two") < made.index("export const sum")
    assert "const { two } = $js_a_two;" in made
    assert "const one = $js_one;" in made
    assert "return { two };" in made


@pytest.mark.parametrize("line", ['import "./x.js";', 'import x from "./x.js";', "export default 1;", "export { a };"])
def test_what_is_not_in_our_style_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="our style"):
        bundle("a.js", {"a.js": line + "\n", "x.js": ""})


def test_modules_that_import_each_other_are_refused() -> None:
    with pytest.raises(ValueError, match="imports itself"):
        bundle("a.js", {"a.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./a.js";\n'})
