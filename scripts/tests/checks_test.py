"""Each check passes on a good repository and fails on the fault it looks for."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent.parent
PO = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n\nmsgid "thing.name"\nmsgstr "{n} sorte"\n'
GOOD = {
    "src/platform/a.cpp": 'std::string a() { return words("thing.name", {{"n", "1"}}); }\n',
    "src/domain/identity/journal_words.cpp": '{"audit.note.add", ActArea::rights, "act.key"},\n',
    "src/domain/audit/b.cpp": 'void b() { note_act(tx, actor, away ? "audit.note.add" : "audit.note.add", id); }\n',
    "src/domain/audit/sql/notes.sql": "select id\nfrom audit.note\nwhere council_id = $1\n",
    "src/domain/audit/sql/change.sql": "insert into audit.note (id)\nvalues ($1)\non conflict (id) do update set id = $1\n",
    "locales/fr/platform.po": PO,
    "locales/en/platform.po": PO.replace("sorte", "kind"),
    "db/schema.sql": "CREATE TABLE audit.note (\n    id bigint,\n    who text,\n    CONSTRAINT x CHECK (true)\n);\n",
    "db/personal_data/audit.toml":
        '[audit.note]\nnone = ["id"]\nwho = { class = "personal", basis = "CSI", retention = "1 year" }\n',
    "LICENSE.md": "SPDX-License-Identifier: EUPL-1.2\n",
    "publiccode.yml": """publiccodeYmlVersion: "0.4"
name: Maillage
# url: where the repository is published
platforms: [web]
developmentStatus: development
softwareType: standalone/web
intendedAudience:
  scope: [security]
description:
  en:
    shortDescription: Short.
    longDescription: |
      %s
    features: [One]
legal:
  license: EUPL-1.2
maintenance:
  type: community
  contacts:
    - name: Us
localisation:
  localisationReady: true
  availableLanguages: [en]
""" % ("long " * 40),
    "src/app/commands.cpp": 'app.add_subcommand("check", "…");\n',
    "docs/reference/commands.md": "| `check` | looks |\n",
    "CHANGELOG.md": "## Unreleased\n### Agents\n### Residents\n### Administrators\n### Developers\n",
    "docs/adr/README.md": "# Decisions\n[one](0001-one.md#decision)\n",
    "docs/adr/0001-one.md": "# One\n## Decision\nChecked by: review\n",
}


def run(check: str, changes: dict[str, str]) -> subprocess.CompletedProcess:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (GOOD | changes).items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        command = [sys.executable, str(SCRIPTS / f"check_{check}.py"), folder]
        return subprocess.run(command, capture_output=True, text=True)


class Checks(unittest.TestCase):
    def refuses(self, check: str, words: str, changes: dict[str, str]) -> None:
        result = run(check, changes)
        self.assertEqual(result.returncode, 1, result.stdout + result.stderr)
        self.assertIn(words, result.stdout)

    def test_a_good_repository_passes(self) -> None:
        for check in ("acts", "sizes", "words", "catalogues", "links", "documents", "commands", "sql", "personal_data",
                      "architecture"):
            with self.subTest(check):
                result = run(check, {})
                self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def test_a_file_of_401_lines(self) -> None:
        self.refuses("sizes", "at most 400", {"src/platform/b.cpp": "\n" * 401})

    def test_banned_words(self) -> None:
        mark = "TO" + "DO"
        for line in ("std::regex r;", "using namespace std;", "system(x);", f"// {mark}: later", "std::cout << 1;",
                     '"/' + 'root/x"', "GTEST_" + "SKIP();"):
            with self.subTest(line):
                self.refuses("words", "src/platform/b.cpp:1", {"src/platform/b.cpp": line + "\n"})

        self.refuses("words", "src/domain/audit/b.cpp:2", {"src/domain/audit/b.cpp": "try {\n} catch (...) {}\n"})

    def test_catalogues(self) -> None:
        english = "locales/en/platform.po"
        key = 'std::string b() { return words("thing.other"); }\n'
        self.refuses("catalogues", "thing.other has no sentence", {"src/platform/b.cpp": key})
        self.refuses("catalogues", "in one language alone", {english: 'msgid ""\nmsgstr ""\n'})
        self.refuses("catalogues", "other arguments", {english: PO.replace("{n}", "{m}")})
        self.refuses("catalogues", "empty", {english: PO.replace("{n} sorte", "")})
        self.refuses("catalogues", "fuzzy", {english: PO.replace('msgid "thing', '#, fuzzy\nmsgid "thing')})
        self.refuses("catalogues", "used nowhere", {"src/platform/a.cpp": "\n"})

    def test_acts(self) -> None:
        for written in ('note(tx, "audit.note.remove", id);', 'audit::record(tx, {.act = "audit.note.remove",',
                        'note_act(tx, a, away ? "audit.note.remove" :\n    "audit.note.add", id);'):
            with self.subTest(written):
                self.refuses("acts", "audit.note.remove has no words", {"src/domain/audit/c.cpp": written + "\n"})
        self.refuses("acts", "audit.note.add is written nowhere", {"src/domain/audit/b.cpp": "\n"})

    def test_links(self) -> None:
        self.refuses("links", "leads nowhere", {"docs/a.md": "[a](b.md)\n"})
        self.refuses("links", "no heading", {"docs/a.md": "[a](adr/0001-one.md#nothing)\n"})

    def test_documents(self) -> None:
        self.refuses("documents", "LICENSE.md", {"LICENSE.md": "MIT\n"})
        self.refuses("documents", "nothing for Residents", {"CHANGELOG.md": "## Unreleased\n### Agents\n"})
        self.refuses("documents", "not listed", {"docs/adr/0002-two.md": "Checked by: review\n"})

        wide = "word " * 30 + "\n"
        self.refuses("documents", "README.md:1: 150 columns", {"README.md": wide})
        self.refuses("documents", "item after a blank line", {"CHANGELOG.md": GOOD["CHANGELOG.md"] + "- a\n\n- b\n"})
        self.refuses("documents", "stands twice", {"CHANGELOG.md": GOOD["CHANGELOG.md"] + "- a\n- a\n"})

        self.refuses("documents", "R-GOV-7 has no row", {"src/platform/b.cpp": "// R-GOV-7\n"})

        self.refuses("documents", "other headings", {"docs/aide/fr/a.md": "# A\n## B\n", "docs/aide/en/a.md": "# A\n"})

    def test_publiccode(self) -> None:
        good = GOOD["publiccode.yml"]
        for words, bad in (("name is missing", good.replace("name: Maillage\n", "")),
                           ("url", good.replace("# url:", "# address:")),
                           ("url", good.replace("# url: where", "url: https://example.org/")),
                           ("no scope", good.replace("[security]", "[public-safety]")),
                           ("both or neither", good + "softwareVersion: 1\n"),
                           ("longDescription", good.replace("long " * 40, "short"))):
            with self.subTest(words):
                self.refuses("documents", words, {"publiccode.yml": bad})

    def test_commands(self) -> None:
        self.refuses("commands", "no row for worker", {"src/app/commands.cpp": 'app.add_subcommand("worker", "…");\n'})
        self.refuses("commands", 'no "## run" line', {"dev": "verb_run() { :; }\n"})

    def test_sql(self) -> None:
        query, migration = "src/domain/audit/sql/b.sql", "src/domain/audit/migrations/20261124-0201-b.sql"
        self.refuses("sql", "one statement", {query: "select 1; select 2"})
        for text in ("select set_config('a', 'b', false)", "select pg_advisory_lock(1)", "with x as (select 1) copy x",
                     "select 1 into temp x"):
            self.refuses("sql", "would stay", {query: text})
        self.refuses("sql", "begins in lower case", {query: "set role x"})
        self.refuses("sql", "security_invoker", {migration: "create view audit.v as select 1;"})
        self.refuses("sql", "truncate", {migration: "grant all on audit.note to maillage_app;"})

    def test_personal_data(self) -> None:
        file, toml = "db/personal_data/audit.toml", GOOD["db/personal_data/audit.toml"]
        self.refuses("personal_data", "audit.note.id has no line", {file: toml.replace('"id"', "")})
        self.refuses("personal_data", "does not exist", {file: toml.replace('"id"', '"id", "x"')})
        self.refuses("personal_data", "no basis", {file: toml.replace("CSI", "")})
        self.refuses("personal_data", "no class", {file: toml.replace('"personal"', '"secret"')})

    def test_architecture(self) -> None:
        self.refuses("architecture", "may not include", {"src/platform/b.cpp": '#include "domain/audit/api.hpp"\n'})


if __name__ == "__main__":
    unittest.main()
