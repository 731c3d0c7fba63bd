#!/usr/bin/env bash
# Builds what the page needs beside its own sources, and installs what is missing for that.
#
#   ./build.sh               npm packages, c/ -> web/*.wasm, libraries -> web/vendor/
#   ./build.sh --force       the same, even where nothing seems to have changed
#   ./build.sh --test-tools  also Chromium, clang and the other programs that npm test uses
#
# Written for bash 3.2 (macOS) and up. Works with Debian 12's emcc 3.1.6 and with a current emsdk.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

EMSDK_VERSION=6.0.8 # the one the workflow in .github/ is pinned to as well

main() {
    local force=no test_tools=no argument
    for argument in "$@"; do
        case $argument in
            --force) force=yes ;;
            --test-tools) test_tools=yes ;;
            -h | --help) sed -n '2,7s/^# \{0,1\}//p' build.sh && exit ;;
            *) stop "build.sh: unknown option $argument" "See ./build.sh --help" ;;
        esac
    done
    npm_packages
    vendored "$force"
    core_wasm "$force"
    if [ $test_tools = yes ]; then tools_for_tests; fi
}

say() { printf 'build: %s\n' "$*"; }
stop() { printf '%s\n' "$@" >&2 && exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# --- npm packages -----------------------------------------------------------------------------

npm_packages() {
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
        stop "Node 20.19 or newer is needed; this is $(node --version)." "Get it from https://nodejs.org, then try again."
    local installed=node_modules/.package-lock.json
    if [ -f $installed ] && [ ! package-lock.json -nt $installed ]; then return; fi
    say "installing the npm packages of package-lock.json"
    npm ci --include=dev --ignore-scripts --no-audit --no-fund --loglevel=error
    touch $installed
}

# --- libraries of the page --------------------------------------------------------------------

# The page has no bundler and no CDN: it loads these files by relative path, as they are.
# A .d.ts beside each lets tsc find the library's own types; the page never asks for it.
vendored() {
    local stamp=web/vendor/LICENSES.txt
    if [ "$1" = no ] && [ -f $stamp ] && [ ! package-lock.json -nt $stamp ] && [ ! build.sh -nt $stamp ]; then return; fi
    say "copying the libraries of the page to web/vendor/"
    mkdir -p web/vendor
    : >web/vendor/licenses.new
    vendor comlink dist/esm/comlink.min.mjs comlink.js LICENSE
    vendor idb-keyval dist/index.js idb-keyval.js LICENCE
    vendor d3-dsv dist/d3-dsv.mjs d3-dsv.js LICENSE
    vendor fflate esm/browser.js fflate.js LICENSE
    vendor uqr dist/index.mjs uqr.js LICENSE
    vendor h5wasm dist/esm/hdf5_hl.js h5wasm.js LICENSE.txt
    cp node_modules/h5wasm/dist/esm/hdf5_util.js web/vendor/hdf5_util.js # imported by h5wasm.js under this name
    mv web/vendor/licenses.new $stamp
}

vendor() { # package, file in the package, name in web/vendor, licence file
    local from=node_modules/$1
    grep -v '^//# sourceMappingURL=' "$from/$2" >"web/vendor/$3"
    printf 'export * from "%s";\n' "$1" >"web/vendor/${3%.js}.d.ts"
    {
        printf '%s %s\n' "$1" "$(node -p "require('./$from/package.json').version")"
        printf '%s\n\n' '----------------------------------------------------------------'
        cat "$from/$4"
        printf '\n\n'
    } >>web/vendor/licenses.new
}

# --- the C core -------------------------------------------------------------------------------

# web/neuron.wasm is what the first screen needs: pictures, K, and one neuron trained by gram; web/core.wasm has every engine
# and networks as well; web/notes.wasm all that and the C of the figures; web/why.wasm what explains an answer,
# web/trials.wasm only what trials of the neuron need, web/doctor.wasm what looks for a mistake. Moved to their names when
# they are whole, so that nobody ever loads half a file.
MODULES="neuron core notes why trials doctor"

core_wasm() {
    local work=node_modules/.wasm.$$ made=web/notes.wasm module
    if [ "$1" = no ] && all_there && [ -z "$(find c build.sh -newer $made)" ]; then return; fi
    find_emcc || install_emcc
    say "compiling c/ with emcc $(emcc --version | sed -n '1s/.*) \([0-9.]*\).*/\1/p')"
    # Debian's emcc looks for its node modules here; needed when another Node comes first in PATH.
    if [ -d /usr/share/nodejs ]; then export NODE_PATH=/usr/share/nodejs; fi
    trap "rm -rf $work" EXIT # a path without spaces: relative
    compile $work/core c/*.c c/drawn/*.c c/learn/*.c c/learn/*/*.c
    compile $work/notes c/notes/*.c
    compile $work/why c/why/*.c
    compile $work/trials c/trial/*.c
    compile $work/doctor c/doctor/*.c
    link $work/neuron.wasm $work/core/{dataset,gram,kernels,sigmoid,pixels,descent,history,learner,state}.o \
        $work/core/{drawn*,logreg,logreg_gram}.o
    link $work/core.wasm $work/core/*.o
    link $work/notes.wasm $work/core/*.o $work/notes/*.o
    link $work/why.wasm $work/why/*.o
    link $work/trials.wasm $work/core/{dataset,gram,sigmoid,descent,history,matmul}.o $work/trials/*.o $work/why/variants.o
    link $work/doctor.wasm $work/core/{dataset,gram,descent,history}.o $work/doctor/*.o
    chmod 644 $work/*.wasm
    mv $work/*.wasm web/
    rm -rf $work
    trap - EXIT
    for module in $MODULES; do say "$(size web/$module.wasm) bytes: web/$module.wasm"; done
}

all_there() {
    local module
    for module in $MODULES; do if [ ! -f web/$module.wasm ]; then return 1; fi; done
}

size() { wc -c <"$1" | tr -d ' '; }

# What carries the arithmetic is compiled for speed, everything else for size: the first visit downloads it.
level_of() {
    case $(basename "$1" .c) in
        kernels* | rows | gram | pixels | matmul | loops | spectrum | doctor_k | doctor_step) echo -O3 ;;
        layer | ledger | paths | variants | trial | trial_pass) echo -O2 ;;
        drawn*) echo -Oz ;;
        *) echo -Os ;;
    esac
}

# No -ffast-math: it deletes the checks for NaN.
compile() { # folder for the objects, sources
    local folder=$1 source headers
    shift
    headers=$(find c -type d | sed 's/^/-I/')
    mkdir -p "$folder"
    for source in "$@"; do
        emcc -c "$source" -o "$folder/$(basename "$source" .c).o" "$(level_of "$source")" \
            -std=c11 -msimd128 -ffp-contract=off -Wall -Wextra $headers
    done
}

# The module of the first visit is linked a little smaller, which its gram is as fast by. TOTAL_STACK: the name that both old and
# new versions know.
link() { # module, objects
    local module=$1 level=-O3
    shift
    if [ "$(basename "$module")" = neuron.wasm ]; then level=-O2; fi
    emcc "$@" -o "$module" --no-entry $level -msimd128 -sMALLOC=emmalloc -sTOTAL_STACK=262144 \
        -sINITIAL_MEMORY=16MB -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=2GB -sEXPORTED_FUNCTIONS=_malloc,_free
}

find_emcc() {
    if have emcc; then return; fi
    if [ ! -x .emsdk/upstream/emscripten/emcc ]; then return 1; fi
    export EM_CONFIG=$PWD/.emsdk/.emscripten PATH=$PWD/.emsdk/upstream/emscripten:$PATH
}

install_emcc() {
    say "emcc, the compiler from C to WebAssembly, is not installed"
    if have apt-get && may_be_root; then apt_install emscripten; fi
    if ! find_emcc && have brew; then brew_install emscripten; fi
    if ! find_emcc; then emsdk_install || true; fi
    find_emcc || stop \
        "emcc could not be installed. Any one of these does it; then try again:" \
        "  Debian, Ubuntu:  sudo apt-get install emscripten      macOS:  brew install emscripten" \
        "  elsewhere:       https://emscripten.org/docs/getting_started/downloads.html, with emcc in the PATH"
}

emsdk_install() {
    say "installing emsdk $EMSDK_VERSION into .emsdk/ (needs git, python3 and xz; about 1 GB)"
    if [ ! -d .emsdk ]; then
        git clone --quiet --depth 1 --branch "$EMSDK_VERSION" https://github.com/emscripten-core/emsdk.git .emsdk || return
    fi
    .emsdk/emsdk install "$EMSDK_VERSION" && .emsdk/emsdk activate "$EMSDK_VERSION"
}

# --- programs the tests use -------------------------------------------------------------------

# Firefox and WebKitGTK are driven on Linux only, and only there is a package of onnx for Python; elsewhere the tests say so.
test_tools() {
    echo chromium clang clang-format clang-tidy simde sanitizers cjk-font numpy
    if [ "$(uname)" = Linux ]; then echo chromium-shell chromedriver firefox webkit-driver screen onnx; fi
}

missing_tools() {
    local tool
    for tool in $(test_tools); do
        if ! "has_$(printf %s "$tool" | tr - _)"; then printf ' %s' "$tool"; fi
    done
}

tools_for_tests() {
    local missing still
    missing=$(missing_tools)
    if [ -z "$missing" ]; then return; fi
    say "the tests also need:$missing"
    if have apt-get && may_be_root; then
        apt_update # before it is asked once more: a fresh system does not know what is offered
        apt_install $(for tool in $(missing_tools); do debian_package "$tool"; done)
    elif have brew; then
        brew_install llvm clang-format simde numpy
    fi
    still=$(missing_tools)
    if [ -n "$still" ]; then
        stop "These could not be installed:$still" \
            "  Debian, Ubuntu:  sudo apt-get install chromium chromium-driver firefox-esr webkit2gtk-driver xvfb clang clang-format clang-tidy libclang-rt-dev libsimde-dev fonts-noto-cjk python3-numpy python3-onnx" \
            "  macOS:           brew install llvm clang-format simde numpy && brew install --cask chromium"
    fi
}

has_chromium() { bash tests/chromium >/dev/null; }
# What half of the processor's work is saved with; where it is not to be had, the browser tests take chromium.
has_chromium_shell() {
    have chromium-headless-shell || ! may_be_root || ! have apt-cache || ! apt-cache show chromium-headless-shell >/dev/null 2>&1
}
has_chromedriver() { have chromedriver; }
has_firefox() { have firefox-esr; }
has_webkit_driver() { have WebKitWebDriver; }
has_screen() { have Xvfb; }
has_clang() { have clang; }
has_clang_format() { have clang-format; }
has_clang_tidy() { have clang-tidy || { have brew && [ -x "$(brew --prefix)/opt/llvm/bin/clang-tidy" ]; }; }
has_simde() { has_clang && echo '#include <simde/wasm/simd128.h>' | clang $(brew_include) -fsyntax-only -x c - 2>/dev/null; }
has_sanitizers() {
    if ! has_clang; then return 1; fi
    local out
    out=$(mktemp) && echo 'int main(void) { return 0; }' | clang -fsanitize=address,undefined -x c - -o "$out" 2>/dev/null
    local code=$?
    rm -f "$out"
    return $code
}
# Without one the Chinese page is drawn as empty boxes. macOS brings its own.
has_cjk_font() { [ "$(uname)" = Darwin ] || { have fc-list && [ -n "$(fc-list :lang=zh-cn family)" ]; }; }

has_numpy() { bash tests/python >/dev/null; }
has_onnx() { bash tests/python numpy onnx >/dev/null; }

brew_include() { if have brew; then printf -- '-I%s/include' "$(brew --prefix)"; fi; }

debian_package() {
    case $1 in
        simde) echo libsimde-dev ;;
        sanitizers) echo libclang-rt-dev ;;
        cjk-font) echo fonts-noto-cjk fontconfig ;;
        chromium-shell) echo chromium-headless-shell ;;
        chromedriver) echo chromium-driver ;;
        firefox) echo firefox-esr ;;
        webkit-driver) echo webkit2gtk-driver ;;
        screen) echo xvfb xauth ;;
        numpy | onnx) echo "python3-$1" ;;
        *) echo "$1" ;;
    esac
}

# --- package managers -------------------------------------------------------------------------

may_be_root() { [ "$(id -u)" = 0 ] || have sudo; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif [ -t 0 ]; then sudo "$@"; else sudo -n "$@"; fi
}

# Once a run. A failure of it is told by what cannot be installed then.
apt_update() {
    if [ -z "${apt_updated:-}" ]; then as_root apt-get update -qq >/dev/null 2>&1 || true; fi
    apt_updated=yes
}

# Never ends the build by itself: the caller looks whether the program is there now.
apt_install() {
    say "installing with apt-get: $*"
    local log
    log=$(mktemp)
    apt_update
    if as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            -o DPkg::Lock::Timeout=600 ca-certificates "$@" >"$log" 2>&1; then
        say "installed"
    else
        tail -n 20 "$log" >&2
    fi
    rm -f "$log"
    hash -r
}

brew_install() {
    say "installing with brew: $*"
    brew install --quiet "$@" || true
    hash -r
}

main "$@"
