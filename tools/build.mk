# build.mk -- how sources become build/retort and the unit test programs. One archive per folder, linked
# bottom-up, so that a unit test of a folder links only the floors below it.

CC       ?= gcc
# build/, ./build and /here/build are one folder, or a rule would make things that another does not find
override BUILD := $(patsubst $(CURDIR)/%,%,$(abspath $(BUILD)))
# bottom first: a folder's tests see this folder and the ones before it
FOLDERS  := base py schema db pystd rev ops sql reflect runtime autogen lint bind web cmd
CSTD     := -std=c17 -D_GNU_SOURCE
WARN     := -Wall -Wextra -Wshadow -Wpointer-arith -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings \
            -Wno-unused-parameter -Wno-missing-field-initializers $(if $(filter 1,$(DEV)),-Werror)
SANFLAGS := $(if $(SAN),-fsanitize=$(SAN) -fno-omit-frame-pointer -fno-sanitize-recover=all)
CFLAGS   ?= $(OPT) -g
# The tables of classes and natives are 500 KB of pointers: position-independent code would have the loader patch
# each of them before every command. PIE=1 for who wants address randomization more than the millisecond.
PIE      ?= $(if $(SAN),1,0)
PIE_0    := -fno-pie
NO_PIE_0 := -no-pie
PACKAGES := libpcre2-8 sqlite3 $(if $(filter gc,$(MEM)),bdw-gc)
# Asked once, and only when something is built: before that, `make demo` may have to install pkg-config's packages.
# (So a `define` below must not expand them: $$(ALL_CFLAGS), $$(LIBS).)
PKG_CFLAGS = $(eval PKG_CFLAGS := $(shell pkg-config --cflags $(PACKAGES)))$(PKG_CFLAGS)
PKG_LIBS   = $(eval PKG_LIBS := $(shell pkg-config --libs $(PACKAGES)))$(PKG_LIBS)
# libpq is not linked: src/db/pg.c opens it at the first connection, and needs only its header
PQ_CFLAGS  = $(eval PQ_CFLAGS := $(shell pkg-config --cflags libpq))$(PQ_CFLAGS)
ALL_CFLAGS = $(CSTD) $(WARN) $(CFLAGS) $(PIE_$(PIE)) $(SANFLAGS) $(if $(filter malloc,$(MEM)),-DMEM_MALLOC) -Isrc -I$(BUILD)/gen \
             $(PKG_CFLAGS) $(PQ_CFLAGS)
# The small libraries go into the binary (Debian's -dev packages bring the archives): a shared one costs half a
# millisecond of every command. STATIC=0 links them as shared ones.
STATIC     ?= 1
ARCHIVES_1 := -Wl,-Bstatic
SHARED_1   := -Wl,-Bdynamic
LIBS       = $(ARCHIVES_$(STATIC)) $(PKG_LIBS) -lgmp $(SHARED_$(STATIC)) -lm -ldl -lpthread

sources  = $(wildcard src/$(1)/*.c)
objects  = $(patsubst src/%.c,$(BUILD)/obj/%.o,$(call sources,$(1)))
archive  = $(BUILD)/lib/lib$(1).a
archives_up_to = $(foreach f,$(call up_to,$(1),$(FOLDERS)),$(call archive,$(f)))
up_to    = $(if $(2),$(firstword $(2)) $(if $(filter $(1),$(firstword $(2))),,$(call up_to,$(1),$(wordlist 2,99,$(2)))))

MAIN_OBJECT := $(BUILD)/obj/cmd/main.o
FROZEN := $(BUILD)/obj/gen/frozen.o
TEMPLATES := $(BUILD)/obj/gen/templates.o

$(BUILD)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	@echo "  cc $<"
	@$(CC) $(ALL_CFLAGS) -MMD -MP -c $< -o $@

define folder_archive
$(call archive,$(1)): $(filter-out $(MAIN_OBJECT),$(call objects,$(1))) $(if $(filter py,$(1)),$(FROZEN)) $(if $(filter runtime,$(1)),$(TEMPLATES))
	@mkdir -p $$(@D)
	@rm -f $$@
	@ar rcs $$@ $$^
.PHONY: folder-$(1)
folder-$(1): $(call archive,$(1))
endef
$(foreach f,$(FOLDERS),$(eval $(call folder_archive,$(f))))

# --- lib/*.py frozen into the binary ---------------------------------------------------------------
LIBRARY := $(shell find lib -name '*.py' 2>/dev/null | LC_ALL=C sort)
$(BUILD)/tools/embed: tools/embed.c
	@mkdir -p $(@D)
	@$(CC) -std=c17 -D_GNU_SOURCE -O1 -o $@ $<
$(BUILD)/gen/frozen.c: $(BUILD)/tools/embed $(LIBRARY)
	@mkdir -p $(@D)
	@$(BUILD)/tools/embed lib $(LIBRARY) > $@
# --- templates/: what `init` writes ----------------------------------------------------------------
TEMPLATE_FILES := $(sort $(wildcard templates/*))
$(BUILD)/gen/templates.c: $(BUILD)/tools/embed $(TEMPLATE_FILES)
	@mkdir -p $(@D)
	@$(BUILD)/tools/embed --files templates $(TEMPLATE_FILES) > $@
$(FROZEN) $(TEMPLATES): $(BUILD)/obj/gen/%.o: $(BUILD)/gen/%.c
	@mkdir -p $(@D)
	@$(CC) $(ALL_CFLAGS) -c $< -o $@

$(BUILD)/retort: $(MAIN_OBJECT) $(foreach f,$(FOLDERS),$(call archive,$(f)))
	@echo "  ld $@"
	@$(CC) $(CFLAGS) $(NO_PIE_$(PIE)) $(SANFLAGS) -o $@ $(MAIN_OBJECT) -Wl,--start-group \
	    $(foreach f,$(FOLDERS),$(call archive,$(f))) -Wl,--end-group $(LIBS)

# --- unit tests: tests/unit/FOLDER/test_X.c -> build/unit/FOLDER-test_X -------------------------------
UNIT_SOURCES  := $(wildcard tests/unit/*/test_*.c)
UNIT_PROGRAMS := $(foreach s,$(UNIT_SOURCES),$(BUILD)/unit/$(notdir $(patsubst %/,%,$(dir $(s))))-$(basename $(notdir $(s))))
define unit_program
$(BUILD)/unit/$(1)-$(2): tests/unit/$(1)/$(2).c tests/unit/unit.h $(call archives_up_to,$(1))
	@mkdir -p $$(@D)
	@echo "  cc $$<"
	@$$(CC) $$(ALL_CFLAGS) $$(NO_PIE_$$(PIE)) -Itests/unit -o $$@ $$< -Wl,--start-group $(call archives_up_to,$(1)) -Wl,--end-group $$(LIBS)
endef
$(foreach s,$(UNIT_SOURCES),$(eval $(call unit_program,$(notdir $(patsubst %/,%,$(dir $(s)))),$(basename $(notdir $(s))))))
# --- what fuzzing found stays found: build/unit/fuzz-NAME replays tests/fuzz/{corpus,crashes}/NAME ------
FUZZ_PROGRAMS := $(patsubst tests/fuzz/fuzz_%.c,$(BUILD)/unit/fuzz-%,$(wildcard tests/fuzz/fuzz_*.c))
$(BUILD)/unit/fuzz-%: tests/fuzz/fuzz_%.c tests/fuzz/replay.c $(call archives_up_to,bind)
	@mkdir -p $(@D)
	@echo "  cc $<"
	@$(CC) $(ALL_CFLAGS) $(NO_PIE_$(PIE)) -Itests/unit -DFUZZ_NAME='"$*"' -o $@ $< tests/fuzz/replay.c \
	    -Wl,--start-group $(call archives_up_to,bind) -Wl,--end-group $(LIBS)

# --- the program with faults to order (tests/faults/faults.c) -----------------------------------------
FAULTS := pg_driver sqlite_driver file_read mem_init
$(BUILD)/retort-faults: tests/faults/faults.c $(BUILD)/retort
	@echo "  cc $<"
	@$(CC) $(ALL_CFLAGS) -Wno-missing-prototypes $(NO_PIE_$(PIE)) -o $@ $< $(FAULTS:%=-Wl,--wrap=%) $(MAIN_OBJECT) -Wl,--start-group \
	    $(foreach f,$(FOLDERS),$(call archive,$(f))) -Wl,--end-group $(LIBS)

.PHONY: unit-programs
unit-programs: $(UNIT_PROGRAMS) $(FUZZ_PROGRAMS) $(BUILD)/retort-faults

$(BUILD)/floor: tools/floor.c
	@mkdir -p $(@D)
	@$(CC) -std=c17 -D_GNU_SOURCE -O2 $(PQ_CFLAGS) -o $@ $< -lsqlite3 -ldl
.PHONY: bench-floor
bench-floor: $(BUILD)/floor

-include $(foreach f,$(FOLDERS),$(patsubst %.o,%.d,$(call objects,$(f))))
