# Sourced by scripts/start and scripts/check: system libraries that Qt needs, and a virtual environment beside the code.

system_packages="python3-venv libegl1 libgl1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0"

prepare_system() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    missing=""
    for package in $system_packages "$@"; do
        case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
            *"ok installed"*) ;;
            *)
                # Ubuntu 24.04 renamed some libraries for 64-bit time; either name will do.
                case $(dpkg-query -W -f '${Status}' "${package}t64" 2>/dev/null) in
                    *"ok installed"*) ;;
                    *) missing="$missing $package" ;;
                esac
                ;;
        esac
    done
    [ -z "$missing" ] && return 0
    as_root=""
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            echo "These system packages are missing; install them as root: apt-get install$missing" >&2
            return 0
        fi
        as_root="sudo"
    fi
    echo "Installing system packages:$missing" >&2
    if ! { $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null; }; then
        echo "Could not install them; run: sudo apt-get install$missing" >&2
    fi
}

python_for_us() {
    for candidate in python3.11 python3.12 python3.13 python3; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
            echo "$candidate"
            return 0
        fi
    done
    echo "XrayColor needs Python 3.11 or newer; install python3.11 and try again." >&2
    return 1
}

prepare_python() {
    stamp=".venv/installed-$(cat pyproject.toml constraints.txt | cksum | tr ' ' '-')-$(echo "$1" | tr -dc 'a-z')"
    [ -e "$stamp" ] && return 0
    python=$(python_for_us)
    [ -x .venv/bin/python ] || "$python" -m venv .venv
    echo "Installing XrayColor into .venv (once; a few minutes)" >&2
    .venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e "$1"
    touch "$stamp"
}
