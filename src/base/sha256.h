/*
 * SHA-256 (FIPS 180-4), so that who gets a report can tell with sha256sum
 * which files it speaks of.
 */
#ifndef VERBATIM_BASE_SHA256_H
#define VERBATIM_BASE_SHA256_H

#include <stddef.h>

#define SHA256_HEX 65			/* 64 digits and a NUL */

/* The sum of n bytes in hexadecimal, in lower case. */
void
sha256_hex(const char *bytes, size_t n, char hex[SHA256_HEX]);

#endif
