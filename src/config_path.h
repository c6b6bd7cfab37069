/* Where configuration files stand. */
#ifndef VERBATIM_CONFIG_PATH_H
#define VERBATIM_CONFIG_PATH_H

#include "base/memory.h"

#define PROJECT_FILE ".verbatim"

/*
 * $XDG_CONFIG_HOME/verbatim/config, or the same below $HOME/.config (XDG Base
 * Directory Specification 0.8); NULL where the environment says nothing.
 * Whether there is a file is not looked at.
 */
const char *
config_path_user(struct arena *arena);

/*
 * The project file for a document, or NULL: the first in its folder and those
 * above.  Neither $HOME and what is above it nor another file system is looked
 * at, and in a folder that everybody may write to only a file of one's own
 * counts.  "-" stands in the working directory, and a folder in itself.
 */
const char *
config_path_project(struct arena *arena, const char *document);

#endif
