/* jansson, with memory that does not fail, as everywhere in the program. */
#ifndef VERBATIM_BASE_JANSSON_H
#define VERBATIM_BASE_JANSSON_H

/* To be called before anything else of jansson's; by any thread, and again. */
void
jansson_start(void);

#endif
