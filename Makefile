# Komek: a help centre from Markdown. `make help` lists the targets; `make` alone builds the site.
MAKEFLAGS += --no-builtin-rules
.DEFAULT_GOAL := site
.DELETE_ON_ERROR:

# SAN=address,undefined or SAN=thread builds everything apart, with that sanitizer.
SAN   ?=
B     := build$(if $(SAN),/$(SAN))
KOMEK := $B/komek

# Debian's names. JOBS and OPT are for the build of the site: make site OPT='--base-url https://…'
PACKAGES      := gcc libc6-dev make pkg-config libcmark-dev libxml2-dev libpcre2-dev libicu-dev libyaml-dev libsodium-dev libarchive-dev \
                 libhunspell-dev esbuild hunspell-kk hunspell-ru hunspell-en-us
TEST_PACKAGES := libcmocka-dev libxml2-utils chromium firefox-esr default-jre-headless valgrind clang clang-format clang-tidy libclang-rt-dev git \
                 fonts-dejavu-core unzip libarchive-tools p7zip-full python3-minimal patch
# Where words for the letter checks come from: counted, and not installed (generator/make/texts).
TEXT_PACKAGES := firefox-esr-l10n-kk hunspell-kk libreoffice-l10n-kk tesseract-ocr-kaz thunderbird-l10n-kk
LIBRARIES     := libcmark libxml-2.0 libpcre2-8 icu-uc icu-i18n yaml-0.1 libsodium libarchive hunspell
OPT           ?=

CC       ?= cc
ifeq ($(origin CC),default)
CC       := gcc
endif
WARN     := -Wall -Wextra -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes -Wmissing-prototypes -Wvla $(if $(WERROR),-Werror)
CFLAGS   ?= -O2 -g
STD      := -std=c17 -D_GNU_SOURCE -Igenerator
HARDEN   := -fstack-protector-strong $(if $(SAN),-fsanitize=$(SAN) -fno-omit-frame-pointer -fno-sanitize-recover=all,-D_FORTIFY_SOURCE=2)
LDFLAGS  += $(if $(SAN),-fsanitize=$(SAN)) -pthread
# Asked for only where something is compiled, after setup has brought pkg-config.
LIBFLAGS  = $(shell pkg-config --cflags $(LIBRARIES))
LIBS      = $(shell pkg-config --libs $(LIBRARIES)) -lm

# The tool that makes the block of words is built for itself, before the program.
TOOL      := $(wildcard generator/lexicon/*.c)
SOURCES   := $(filter-out $(TOOL),$(wildcard generator/*/*.c))
OBJECTS   := $(patsubst %.c,$B/%.o,$(filter-out generator/cli/main.c,$(SOURCES)))
UNIT      := $(patsubst tests/unit/%.c,$B/tests/unit/%,$(wildcard tests/unit/*_test.c))
FUZZERS   := $(patsubst tests/fuzz/%.c,build/fuzz/%,$(wildcard tests/fuzz/*_fuzz.c))
FUZZ_SECONDS ?= 60

.PHONY: lint-objects test-sanitized site check fix bundle corpus setup setup-test test test-long lint fuzz bench bench-peers bless sanitize valgrind large looks clean help

##site: check the content and build the site into public/
site: $(KOMEK)
	@$(KOMEK) build --cache build/cache $(OPT)

##build/komek: the program alone
$(KOMEK): $B/generator/cli/main.o $B/libkomek.a
	@$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

$B/libkomek.a: $(OBJECTS)
	@rm -f $@
	@ar rcs $@ $^

$B/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(STD) $(WARN) $(CFLAGS) $(HARDEN) $(LIBFLAGS) -pthread -MMD -MP -c -o $@ $<

$B/generator/letters/kazakh.o: build/words.kk

build/words.kk: build/lexicon .texts/complete
	@echo "  WORDS $@"
	@build/lexicon .texts $@

build/lexicon: $(TOOL) generator/letters/alphabet.c generator/letters/lexicon.c $(wildcard generator/base/*.c generator/base/*.h generator/letters/*.h generator/lexicon/*.h)
	@mkdir -p $(@D)
	@echo "  CC generator/lexicon"
	@$(CC) $(STD) $(WARN) -O2 -g -pthread -o $@ $(filter %.c,$^) $(shell pkg-config --cflags --libs libarchive) -lm

.texts/complete:
	@echo "komek: the texts that words are counted from are not here: run make setup" >&2; exit 2

-include $(wildcard $B/generator/*/*.d) $(wildcard $B/tests/*/*.d)

##check: every check of the content, writes nothing
check: $(KOMEK)
	@$(KOMEK) check --cache build/cache $(OPT)

##fix: make the repairs that are sure in the sources; OPT=--dry-run shows them as a patch
fix: $(KOMEK)
	@$(KOMEK) fix --cache build/cache $(OPT)

##bundle: the site as one archive that opens without a network, build/komek.zip
bundle: $(KOMEK)
	@$(KOMEK) bundle --cache build/cache $(OPT)

##setup: install what the build needs (Debian), only what is missing; fetch the texts that words are counted from
setup:
	@generator/make/setup $(PACKAGES)
	@generator/make/texts $(TEXT_PACKAGES)

##setup-test: the same for the tests
setup-test:
	@generator/make/setup $(PACKAGES) $(TEST_PACKAGES)
	@generator/make/texts $(TEXT_PACKAGES)
	@generator/make/setup-node tests

##test: all tests that fit in twenty minutes
test: $(KOMEK) $(UNIT)
	@node tests/run.mjs --build $B

$B/tests/unit/%: $B/tests/unit/%.o $B/libkomek.a
	@mkdir -p $(@D)
	@$(CC) $(LDFLAGS) -o $@ $^ $(LIBS) -lcmocka

##test-long: the rest: sanitizers, leaks, fuzzers, large sites
test-long: sanitize valgrind fuzz large looks

sanitize:
	@for san in address,undefined thread; do \
		echo "== $$san" && $(MAKE) --no-print-directory SAN=$$san test-sanitized || exit 1; \
	done

test-sanitized: $(KOMEK) $(UNIT)
	@node tests/run.mjs --build $B --only unit,cases,site

valgrind: $(KOMEK)
	@node tests/tools/valgrind.mjs $(KOMEK)

##fuzz: every fuzzer for FUZZ_SECONDS seconds
fuzz: $(FUZZERS)
	@for f in $(FUZZERS); do \
		echo "== $$f" && mkdir -p build/fuzz/corpus/$$(basename $$f _fuzz) && \
		$$f -max_total_time=$(FUZZ_SECONDS) -verbosity=0 -print_final_stats=1 build/fuzz/corpus/$$(basename $$f _fuzz) \
			tests/fuzz/corpus/$$(basename $$f _fuzz) || exit 1; \
	done

FUZZ_OBJECTS := $(patsubst %.c,build/fuzz/objects/%.o,$(filter-out generator/cli/%,$(SOURCES)))
FUZZ_FLAGS   := $(STD) -g -O1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -pthread

build/fuzz/objects/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo "  FUZZ $<"
	@clang $(FUZZ_FLAGS) $(LIBFLAGS) -MMD -MP -c -o $@ $<

build/fuzz/objects/generator/letters/kazakh.o: build/words.kk

build/fuzz/%: build/fuzz/objects/tests/fuzz/%.o $(FUZZ_OBJECTS)
	@clang -fsanitize=fuzzer,address,undefined -pthread -o $@ $^ $(LIBS)

.SECONDARY: $(FUZZ_OBJECTS) $(patsubst build/fuzz/%,build/fuzz/objects/tests/fuzz/%.o,$(FUZZERS))
-include $(wildcard build/fuzz/objects/*/*/*.d)

large: $(KOMEK)
	@KOMEK_LARGE=1 node --test tests/site/large.test.mjs

looks: $(KOMEK)
	@$(KOMEK) build --cache build/cache --output build/tests/site
	@KOMEK_ALL_LOOKS=1 node --test tests/browser/axe.test.mjs tests/browser/reading.test.mjs

##corpus: a large made-up help centre to measure with: N=QUESTIONS a language into DIR=FOLDER
corpus:
	@node tests/tools/corpus/corpus.mjs '$N' '$(DIR)'

##bench: what a build costs, whole processes; how fast the search answers among N=QUESTIONS a language
bench: $(KOMEK) $B/tests/bench/letters_bench $B/tests/bench/index_bench
	@node tests/tools/bench.mjs $(KOMEK)
	@$B/tests/bench/index_bench content templates
	@node tests/tools/cost.mjs build/tests/site
	@node tests/bench/typing.mjs $(KOMEK) $N
	@node tests/bench/paint.mjs $(KOMEK)

##bench-peers: what a search costs a reader, beside other searches; SIZES='0 1000 10000' (0: the real content)
bench-peers: $(KOMEK)
	@generator/make/setup-node tests/bench/peers
	@node tests/bench/peers/peers.mjs $(KOMEK) $(SIZES)

$B/tests/bench/%: $B/tests/bench/%.o $B/libkomek.a
	@$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

##lint: formatting, warnings as errors, clang-tidy, include floors, shipped scripts
lint:
	@generator/make/lint $(SOURCES) $(TOOL) $(wildcard generator/*/*.h tests/*/*.c)

lint-objects: $(OBJECTS) $B/generator/cli/main.o $(patsubst %.c,$B/%.o,$(TOOL) $(wildcard tests/unit/*.c tests/bench/*.c))

##bless: rewrite what the golden cases want; read the difference before you commit it
bless: $(KOMEK)
	@KOMEK=$(abspath $(KOMEK)) node tests/cases/run.mjs --bless

##clean: remove what was built
clean:
	@rm -rf build
	@find public -mindepth 1 ! -name .gitignore -delete

##help: this list
help:
	@sed -n 's/^##\([^:]*\): \(.*\)/  make \1\t\2/p' Makefile | expand -t 28
