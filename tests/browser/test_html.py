"""The Nu HTML checker of the W3C finds no error, on any page of the site."""

import json
import subprocess
from pathlib import Path

from tests.browser.find_vnu import JAVA, vnu_jar


def test_every_page_is_valid_html(real_site: Path) -> None:
    command = [JAVA, "-Xss4m", "-jar", str(vnu_jar()), "--errors-only", "--format", "json", "--skip-non-html"]
    done = subprocess.run([*command, str(real_site)], capture_output=True, text=True, timeout=300, check=False)
    messages = json.loads(done.stderr)["messages"]
    assert [(one["url"].rpartition("/site/")[2], one["message"]) for one in messages][:10] == []
