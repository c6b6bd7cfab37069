/*
 * The whole is in memory whenever a sum is wanted, so there is one call and no
 * state to carry.  The constants are the fractions of the roots of primes;
 * they are worked out in whole numbers rather than typed in.
 */
#include "config.h"

#include "base/sha256.h"

#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define BLOCK 64
#define ROUNDS 64

static uint32_t initial[8], constants[ROUNDS];
static pthread_once_t once = PTHREAD_ONCE_INIT;

/*
 * The first 32 bits of the fraction of a root of n: the root of n · 2^64 or
 * n · 2^96, without its whole part.  n is below 512, so that the root of it
 * has fewer than 37 bits.
 */
static uint32_t
root_fraction(unsigned n, unsigned power)
{
	unsigned __int128 wanted = (unsigned __int128)n << 32 * power;
	uint64_t root = 0, bit;

	for (bit = (uint64_t)1 << 37; bit; bit >>= 1) {
		unsigned __int128 trial = root | bit, product = trial;
		unsigned i;

		for (i = 1; i < power; i++)
			product *= trial;
		if (product <= wanted)
			root |= bit;
	}
	return (uint32_t)root;
}

static void
find_constants(void)
{
	unsigned n, d, found = 0;

	for (n = 2; found < ROUNDS; n++) {
		for (d = 2; d < n && n % d; d++)
			;
		if (d < n)
			continue;
		if (found < 8)
			initial[found] = root_fraction(n, 2);
		constants[found++] = root_fraction(n, 3);
	}
}

static uint32_t
rotate(uint32_t x, unsigned n)
{
	return x >> n | x << (32 - n);
}

static void
expand(const unsigned char *block, uint32_t w[ROUNDS])
{
	unsigned i;

	for (i = 0; i < 16; i++)
		w[i] = (uint32_t)block[4 * i] << 24 |
			(uint32_t)block[4 * i + 1] << 16 |
			(uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
	for (; i < ROUNDS; i++) {
		uint32_t x = w[i - 15], y = w[i - 2];

		w[i] = w[i - 16] + w[i - 7] +
			(rotate(x, 7) ^ rotate(x, 18) ^ x >> 3) +
			(rotate(y, 17) ^ rotate(y, 19) ^ y >> 10);
	}
}

/*
 * The names are those of the standard.  Nothing moves from one variable to the
 * next; rather, the first of them is another one in each round.
 */
static void
add_block(uint32_t state[8], const unsigned char *block)
{
	uint32_t w[ROUNDS], s[8];
	unsigned i;

	expand(block, w);
	memcpy(s, state, sizeof(s));
#define S(n) s[(n + ROUNDS - i) % 8]
#pragma GCC unroll 8
	for (i = 0; i < ROUNDS; i++) {
		uint32_t a = S(0), e = S(4);

		S(7) += constants[i] + w[i] + ((e & S(5)) ^ (~e & S(6))) +
			(rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25));
		S(3) += S(7);
		S(7) += ((a & S(1)) ^ (a & S(2)) ^ (S(1) & S(2))) +
			(rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22));
	}
#undef S
	for (i = 0; i < 8; i++)
		state[i] += s[i];
}

/* What does not fill a block, a bit, and the length in bits. */
static void
add_rest(uint32_t state[8], const unsigned char *rest, size_t n, uint64_t bits)
{
	unsigned char block[2 * BLOCK] = { 0 };
	size_t size = n + 9 > BLOCK ? 2 * BLOCK : BLOCK, i;

	if (n)
		memcpy(block, rest, n);
	block[n] = 0x80;
	for (i = 0; i < 8; i++)
		block[size - 1 - i] = (unsigned char)(bits >> 8 * i);
	for (i = 0; i < size; i += BLOCK)
		add_block(state, block + i);
}

void
sha256_hex(const char *bytes, size_t n, char hex[SHA256_HEX])
{
	const unsigned char *p = (const unsigned char *)bytes;
	uint32_t state[8];
	size_t i;

	pthread_once(&once, find_constants);
	memcpy(state, initial, sizeof(state));
	for (i = 0; n - i >= BLOCK; i += BLOCK)
		add_block(state, p + i);
	add_rest(state, p + i, n - i, (uint64_t)n * 8);
	for (i = 0; i < 8; i++)
		snprintf(hex + 8 * i, 9, "%08x", (unsigned)state[i]);
}
