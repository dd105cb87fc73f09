# Retort. `make help` lists the targets. GNU Make, any -j.
#
#   MEM=gc|malloc   heap: collected (default), or calloc without free for sanitizers and valgrind
#   SAN=address,undefined   sanitizers (use with MEM=malloc)
#   STATIC=0        shared libgc, libsqlite3, libpcre2, libgmp instead of their archives
#   DEV=0           warnings stay warnings (packagers); development builds use -Werror
#   BUILD=dir       where objects go

.DEFAULT_GOAL := all
BUILD  ?= build
MEM    ?= gc
SAN    ?=
DEV    ?= 1
OPT    ?= -O2
PREFIX ?= /usr/local
DESTDIR ?=

include tools/build.mk

.PHONY: all check check-unit check-py check-ops check-sqlite check-cli check-db check-online check-ref check-cpython demo bench fixpoint bench-py asan valgrind fuzz \
        stats lint format floors matrix dialect bless manual install uninstall deps deps-check clean help

all: $(BUILD)/retort            ## build the program (default)

demo: deps                      ## play the two stories: SQLite quick start, PostgreSQL example project
	@$(MAKE) --no-print-directory all
	@tools/demo.sh $(BUILD)/retort

check: deps-check               ## every test; ends with "N passed, N failed"
	@$(MAKE) --no-print-directory all unit-programs bench-floor floors
	@BUILD=$(BUILD) tests/run.sh

check-unit check-py check-ops check-sqlite check-cli check-db check-online check-ref: check-%: all unit-programs bench-floor  ## one group of tests
	@BUILD=$(BUILD) tests/run.sh $*

check-cpython: all              ## compare tests/py with an installed python3
	@BUILD=$(BUILD) tests/py/cpython.sh

bench: all bench-floor          ## paired ratios against a floor program, psql and REFERENCE=/path/to/alembic
	@BUILD=$(BUILD) tools/bench.sh

bench-py: all bench-floor       ## the evaluator against an installed python3, on tests/bench
	@BUILD=$(BUILD) tools/bench-py.sh

asan:                           ## every test under ASan and UBSan
	@$(MAKE) --no-print-directory check BUILD=build/asan MEM=malloc SAN=address,undefined OPT=-O1

valgrind:                       ## unit tests under valgrind
	@$(MAKE) --no-print-directory unit-programs BUILD=build/valgrind MEM=malloc
	@tools/valgrind.sh build/valgrind

.PHONY: stress
stress: all                     ## long runs: 300 migrations killed at random (ROUNDS=300)
	@for script in tests/stress/*.sh; do RETORT=$(abspath $(BUILD))/retort BUILD=$(BUILD) ROUNDS=$(or $(ROUNDS),300) $$script || exit 1; done

fuzz:                           ## libFuzzer on everything that reads text (SECONDS=60 each)
	@tools/fuzz.sh $(SECONDS)

floors:                         ## no upward include, one door per library
	@tools/floors.sh

fixpoint: all                   ## 300 random models through autogenerate, there and back (COUNT=, REFERENCE=)
	@code=0; for database in "" --sqlite; do \
	    RETORT=$(abspath $(BUILD))/retort tests/stress/fixpoint.sh --count $(or $(COUNT),300) $$database || code=1; \
	done; exit $$code

stats:                          ## sizes of files and functions against the house rules
	@tools/stats.sh

lint:                           ## clang-tidy
	@tools/lint.sh

format:                         ## clang-format the tree
	@clang-format -i $$(git ls-files 'src/*.c' 'src/*.h' 'tests/*.c' 'tools/*.c')

manual: all                     ## docs/retort.1 from the option tables
	@$(BUILD)/retort __manual > docs/retort.1

matrix: all                     ## try every operation and type on both dialects, into docs/matrix.md
	@BUILD=$(BUILD) BLESS=1 tests/run.sh tests/db/matrix.sh

dialect: all                    ## what scripts find in built-ins and modules, into docs/dialect-tables.md
	@$(BUILD)/retort run tools/dialect.py > docs/dialect-tables.md

bless:                          ## record goldens again (REFERENCE=/path/to/alembic)
	@BUILD=$(BUILD) tools/bless.sh

install: all                    ## into $(DESTDIR)$(PREFIX); ALEMBIC=1 adds a link named alembic
	@install -D -m 755 $(BUILD)/retort $(DESTDIR)$(PREFIX)/bin/retort
	@install -D -m 644 docs/retort.1 $(DESTDIR)$(PREFIX)/share/man/man1/retort.1
	$(if $(filter 1,$(ALEMBIC)),@ln -sf retort $(DESTDIR)$(PREFIX)/bin/alembic)

uninstall:                      ## remove what install put there
	@rm -f $(DESTDIR)$(PREFIX)/bin/retort $(DESTDIR)$(PREFIX)/share/man/man1/retort.1
	@test ! -L $(DESTDIR)$(PREFIX)/bin/alembic || rm -f $(DESTDIR)$(PREFIX)/bin/alembic

deps:                           ## install the Debian packages needed to build and run the demo
	@tools/deps.sh build

deps-check:                     ## ... and those the tests need
	@tools/deps.sh check

clean:                          ## remove the build folder
	@rm -rf $(BUILD)

help:                           ## this list
	@sed -n 's/^\([a-z][a-z -]*\):.*## /  make \1\t/p' Makefile | expand -t 24
