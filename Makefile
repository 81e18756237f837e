# make run    opens the program (without a display: walks the sample centre and leaves pictures)
# make test   runs every test
# make pictures  takes the approved pictures of the tour anew
# make bench  measures, side by side in one run
# make faults  pulls the plug, fills the disk, kills and flips bits, thousands of times (SHARE=100 per cent, SEED=...)
# make fuzz   looks for inputs that end the program, an hour for each kind (MINUTES=60), guided by what they reach
# make package  builds the Debian package and tries it in a bare Debian
# All install what is missing first, and each works without the other.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
MAKEFLAGS += --no-print-directory --silent

TAURI_PACKAGES := build-essential pkg-config perl libwebkit2gtk-4.1-dev librsvg2-dev libxdo-dev
SCREEN_PACKAGES := xvfb xauth dbus dbus-daemon
TEST_PACKAGES := webkit2gtk-driver age util-linux poppler-utils python3-venv
PACKAGE_PACKAGES := debootstrap
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
VIRTUAL := xvfb-run -a -s "-screen 0 1600x1100x24 -noreset" dbus-run-session --
PICTURES := $(CURDIR)/pictures

.PHONY: help run test bench faults fuzz shipped package types pictures clean debian debian-test debian-package page build release

help:
	sed -n 's/^# //p;/^$$/q' Makefile

# Opens the program on the screen that is there, or on a virtual one.
run: debian page build
	if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then
	  echo "vatra: opening the program"
	  exec target/debug/vatra
	fi
	$(MAKE) debian-test
	echo "vatra: no display here; walking the sample centre through one check-in on a virtual one"
	$(VIRTUAL) target/debug/walk "$(PICTURES)" 2> >(grep -v dbus-daemon >&2)
	echo "vatra: pictures are in $(PICTURES):"
	ls "$(PICTURES)"

test: debian debian-test page
	echo "vatra: checking the page (types, words, components)"
	cd ui && npm run --silent check && npm run --silent test
	cd ..
	echo "vatra: building the program and its tests"
	cargo build --workspace --tests
	cargo build --workspace
	target/debug/types | diff -u ui/src/bridge/types.ts - || { echo "vatra: run 'make types'"; exit 1; }
	echo "vatra: running the tests of the record, the file and the window"
	BOLERO_RANDOM_SEED=20090302 $(VIRTUAL) cargo test --workspace 2> >(grep -v dbus-daemon >&2)

bench: debian debian-test page release
	grep -m1 'model name' /proc/cpuinfo || true
	rustc --version
	echo
	echo "| what | Vatra | least | ratio |"
	echo "|---|---|---|---|"
	$(VIRTUAL) target/debug/window compare target/release/vatra target/release/examples/empty 15 2> /dev/null
	cargo bench -q -p vatra --bench ratios
	echo
	echo "vatra: room assignment, one sample a case"
	cargo bench -q -p vatra-core --bench assignment

faults: debian page
	cargo build -q -p vatra-tests --bin faults --bin probe
	# Locking memory is not what is tried here, and takes half of the time.
	loose="prlimit --memlock=0:0"
	! setpriv --bounding-set=-ipc_lock true 2> /dev/null || loose="setpriv --bounding-set=-ipc_lock $$loose"
	nice $$loose target/debug/faults all "$${SHARE:-100}" "$${SEED:-20090302}"

# What it finds is kept in target/fuzz for the next time; what ends the program is left there as crash-*. The package's other
# programs are built too, without what counts in them, and never run.
FUZZED := requests_are_answered registers_are_read_or_refused keys_are_opened_or_refused manifests_are_read_or_passed_over
COUNTED := --cfg fuzzing --cfg fuzzing_libfuzzer -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
  -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
  -Cllvm-args=-sanitizer-coverage-trace-compares -Cllvm-args=-sanitizer-coverage-stack-depth \
  -Clink-arg=-Wl,--unresolved-symbols=ignore-all

fuzz: debian page
	echo "vatra: building the program so that a fuzzer sees what an input reaches"
	host=$$(rustc -vV | sed -n 's/^host: //p')
	built=$$(RUSTFLAGS="$(COUNTED)" cargo test -q -p vatra-tests --test fuzz --no-run --profile fuzz --target "$$host" \
	  --target-dir target/fuzz --message-format json | sed -n 's/.*"executable":"\([^"]*\/fuzz-[^"]*\)".*/\1/p' | tail -1)
	for one in $(FUZZED); do
	  echo "vatra: fuzzing: $$one"
	  found="$(CURDIR)/target/fuzz/$$one"
	  mkdir -p "$$found"
	  given="$$found $(CURDIR)/tests/tests/__fuzz__/$$one/corpus -artifact_prefix=$(CURDIR)/target/fuzz/"
	  given="$$given -print_final_stats=1 -max_total_time=$$(( 60 * $${MINUTES:-60} ))"
	  BOLERO_TEST_NAME=$$one BOLERO_LIBTEST_HARNESS=1 BOLERO_LIBFUZZER_ARGS="$$given" \
	    "$$built" $$one --exact --nocapture --quiet --test-threads 1
	done

# Those that documents use and a test compares with. Every one in every language and theme: target/debug/pictures FOLDER
pictures: debian debian-test page build
	$(VIRTUAL) target/debug/pictures 2> >(grep -v dbus-daemon >&2)
	ls assets/pictures

# Licences and a bill of materials of all that goes into a package.
shipped: debian page
	cargo run -q -p vatra-tests --bin shipped target/package

package: debian debian-test debian-package shipped release
	echo "vatra: packing"
	cd src-tauri && ../ui/node_modules/.bin/tauri bundle --bundles deb --ci > ../target/package/bundle.log 2>&1 \
	  || { cat ../target/package/bundle.log; exit 1; }
	cd ..
	package=$$(ls -t target/release/bundle/deb/*.deb | head -1)
	$(VIRTUAL) $(if $(SUDO),sudo -E) tests/package.sh "$$package" target/package "$(PICTURES)"
	ls -l "$$package"

# Writes the page's types anew from the list of commands.
types: build
	target/debug/types > ui/src/bridge/types.ts

build:
	echo "vatra: building the program (the first time takes some minutes)"
	cargo build --workspace

release:
	echo "vatra: building for release (the first time takes some minutes)"
	mkdir -p "$(PICTURES)" target/package
	cargo build -q --release -p vatra --bin vatra --example empty
	cargo build -q -p vatra-tests --bins

page: ui/node_modules/.package-lock.json
	echo "vatra: building the page"
	cd ui && npm run --silent build -- --logLevel warn

ui/node_modules/.package-lock.json: ui/package.json ui/package-lock.json
	echo "vatra: fetching the page's packages"
	cd ui && npm ci --silent --no-fund --no-audit

debian: NEEDED := $(TAURI_PACKAGES)
debian-test: NEEDED := $(SCREEN_PACKAGES) $(TEST_PACKAGES)
debian-package: NEEDED := $(PACKAGE_PACKAGES)
debian debian-test debian-package:
	packages="$(NEEDED)"
	command -v dpkg-query > /dev/null || { echo "vatra: not Debian; needed here: $$packages"; exit 0; }
	missing=""
	for package in $$packages; do
	  dpkg-query -W -f='$${Status}' "$$package" 2> /dev/null | grep -q 'ok installed' || missing="$$missing $$package"
	done
	if [ -n "$$missing" ]; then
	  echo "vatra: installing Debian packages:$$missing"
	  $(SUDO) apt-get update -qq
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing > /dev/null
	fi

clean:
	rm -rf target ui/dist ui/node_modules pictures
