"""The engine and the rules never read a clock, a file, a random device or the environment, and reach no database:
what their compiled objects call is looked through.

    purity.py BUILD     the objects of a build: all of the engine, and every *_rules.cpp and *_types.cpp
    purity.py --self    the check itself, on small programs that do what is forbidden
"""

import pathlib
import re
import subprocess
import sys
import tempfile

IMPURE = {
    "a clock": r"std::chrono::\S*clock::now|clock_gettime|gettimeofday|timespec_get|time|clock|localtime\w*|tzset"
    r"|std::chrono::(current_zone|get_tzdb\S*|locate_zone|reload_tzdb)",
    "a file": r"std::\w*filebuf\b|std::basic_[io]?fstream|std::(__cxx11::)?filesystem::\S*|f?open(64|at)?|freopen|open_memstream"
    r"|p?read(64)?|p?write(64)?|fread|fwrite|fgets|fscanf|mmap(64)?|stat(64)?|unlink|rename|opendir",
    "a terminal": r"std::(cin|cout|cerr|clog)|puts|putchar|printf|fprintf|vfprintf|fputs|fputc|scanf",
    "a random device": r"std::random_device|getrandom|getentropy|s?random|s?rand|drand48|arc4random\w*|randombytes_\w+",
    "the environment": r"(secure_)?getenv|setenv|putenv|environ|setlocale|std::locale::(global|locale)\b",
    "another process": r"fork|vfork|clone|exec[vl]\w*|system|popen|posix_spawnp?|kill|sleep|usleep|nanosleep",
    "the network": r"socket|connect|bind|listen|accept4?|send(to|msg)?|recv(from|msg)?|getaddrinfo",
    "a database": r"PQ\w+",
}
FORBIDDEN = {what: re.compile(rf"^({names})(?=[\[(@:<]|$)") for what, names in IMPURE.items()}


def calls(objects):
    """(object, symbol) for what each object calls and does not define."""
    listed = subprocess.run(["nm", "-uCA", *objects], check=True, capture_output=True, text=True).stdout
    for line in listed.splitlines():
        name, symbol = re.match(r"(.*?):\s+[Uvw] (.*)", line).groups()
        yield name, symbol


def faults(objects):
    return [
        f"{name}: {what}: {symbol}"
        for name, symbol in calls(objects)
        for what, pattern in FORBIDDEN.items()
        if pattern.match(symbol)
    ]


def pure_objects(build):
    objects = pathlib.Path(build, "src/CMakeFiles")
    engine = [path for path in objects.glob("engine.dir/engine/**/*.o")]
    rules = [path for path in objects.glob("*.dir/**/*.o") if re.search(r"_(rules|types)\.cpp\.o$", path.name)]
    return sorted(map(str, {*engine, *rules}))


def check(build):
    objects = pure_objects(build)
    if len(objects) < 20:
        return [f"only {len(objects)} pure objects in {build}: are they elsewhere now?"]
    return faults(objects)


PROGRAMS = {
    "a clock": "#include <chrono>\nauto f() { return std::chrono::system_clock::now(); }",
    "a clock ": "#include <ctime>\nlong f() { return time(nullptr); }",
    "a file": "#include <fstream>\nbool f() { return std::ifstream(\"x\").good(); }",
    "a file ": "#include <filesystem>\nbool f() { return std::filesystem::exists(\"x\"); }",
    "a terminal": "#include <iostream>\nvoid f() { std::cout << 1; }",
    "a random device": "#include <random>\nunsigned f() { return std::random_device()(); }",
    "the environment": "#include <cstdlib>\nchar* f() { return std::getenv(\"x\"); }",
    "": "#include <string>\n#include <random>\nstd::string f(std::mt19937& dice) { return std::to_string(dice()); }",
}


def check_itself(compiler):
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        for expected, text in PROGRAMS.items():
            source, made = pathlib.Path(folder, "f.cpp"), pathlib.Path(folder, "f.o")
            source.write_text(text)
            subprocess.run([compiler, "-std=c++23", "-c", "-o", made, source], check=True)
            found = faults([str(made)])
            kinds = {fault.split(": ")[1] for fault in found}
            if (expected.strip() not in kinds) if expected else found:
                wrong.append(f"{text!r} should give {expected!r}, gives {found}")
    return wrong


if __name__ == "__main__":
    said = check_itself(sys.argv[2]) if sys.argv[1] == "--self" else check(sys.argv[1])
    print("\n".join(said))
    sys.exit(bool(said))
