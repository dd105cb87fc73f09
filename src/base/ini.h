/* ini.h -- alembic.ini as Python's ConfigParser reads it (BasicInterpolation, no inline comments).
 *
 *     Ini *ini = ini_read(path, &defaults);                  defaults: {"here": "/the/dir"}
 *     Str *location = ini_get(ini, section, intern("script_location"));     interpolated, or raises
 *     IniOption *option = ini_find(ini, section, name);      raw value and its line, or NULL
 *
 * Names of options are lower-cased everywhere (optionxform), names of sections are not. An option
 * that the section lacks is looked up in [DEFAULT], which starts with `defaults`. Errors are
 * ERR_FILE with the texts of the configparser module, a position, and a code naming its class:
 *   config.duplicate-section  config.duplicate-option  config.missing-section-header config.parsing
 *   config.no-section  config.no-option  config.interpolation-depth  config.interpolation-missing
 *   config.interpolation-syntax  config.value (ValueError of add_section and set)
 */
#ifndef RETORT_BASE_INI_H
#define RETORT_BASE_INI_H

#include "base/err.h"
#include "base/map.h"
#include "base/vec.h"

typedef struct IniOption {
    Str *name;     /* lower case */
    Str *value;    /* raw: interpolation happens when it is read */
    uint32_t line; /* where its name stands; 0 = set by a program */
} IniOption;

typedef struct IniSection {
    Str *name;
    Map options; /* name -> IniOption * */
    uint32_t line;
} IniSection;

typedef struct Ini {
    Str *path;            /* as given to ini_read; NULL without a file */
    Map sections;         /* name -> IniSection *, in file order, without DEFAULT */
    IniSection *defaults; /* [DEFAULT] */
} Ini;

/* An empty configuration (the reference's in-memory default). `defaults` (Str -> Str) may be NULL.
 */
Ini *ini_new(const Map *defaults);
Ini *ini_read(Str *path, const Map *defaults);
Ini *ini_parse(Str *path, const Str *text, const Map *defaults);

bool ini_has_section(const Ini *ini, const Str *section);
/* ConfigParser.add_section: raises when it exists or is DEFAULT. */
void ini_add_section(Ini *ini, Str *section);
/* ConfigParser.sections() */
StrVec ini_sections(const Ini *ini);

/* The option in the section or in [DEFAULT]; NULL when the section or the option does not exist. */
IniOption *ini_find(const Ini *ini, const Str *section, const Str *name);
bool ini_has_option(const Ini *ini, const Str *section, const Str *name);
/* ConfigParser.get: raises config.no-section, config.no-option and the interpolation errors. */
Str *ini_get(const Ini *ini, const Str *section, const Str *name);
/* The same, but NULL when the section or option does not exist. */
Str *ini_find_interpolated(const Ini *ini, const Str *section, const Str *name);

/* Option names of a section in the order of ConfigParser.items(): [DEFAULT] first, then its own. */
StrVec ini_options(const Ini *ini, const Str *section);
/* ConfigParser.items(section): name -> Str *, interpolated. */
Map ini_items(const Ini *ini, const Str *section);

/* ConfigParser.set: the section must exist ("" and "DEFAULT" mean [DEFAULT]); a stray % raises. */
void ini_set(Ini *ini, const Str *section, const Str *name, Str *value);
/* ConfigParser.remove_option: true when it was there; raises config.no-section. */
bool ini_remove_option(Ini *ini, const Str *section, const Str *name);

/* Where an option stands: file and line, for messages. */
Pos ini_pos(const Ini *ini, const IniOption *option);

#endif
