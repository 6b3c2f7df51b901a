/* Arrays that Python hands over, as rows of lanes: worlds side by side that go the same steps. */

#ifndef HEADROOM_ARRAYS_H
#define HEADROOM_ARRAYS_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#define LANES 512       /* in a block: rows of 4 kB stream through memory, a block fits the cache */
#define VANISHING 1e-100 /* as in conventions.py */

#if defined(_MSC_VER)
#define INLINE static __forceinline
#else
#define INLINE static inline __attribute__((always_inline))
#endif

/* One source for all processors: where the loader can choose, each takes the widest it has. */
#if defined(__GLIBC__) && defined(__x86_64__) && (!defined(__clang__) || __clang_major__ >= 14)
#define DISPATCHED __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define DISPATCHED
#endif

/* Strides in bytes: time, family, the worlds that take turns, the worlds side by side. */
typedef struct {
    char *data; /* NULL where there is none */
    ptrdiff_t time, family, turn, lane;
} Array;

typedef struct {
    long months, families, turns, lanes;
} Worlds;

INLINE char *place(const Array *array, long t, long f, long turn, long lane) {
    return array->data + t * array->time + f * array->family + turn * array->turn +
           lane * array->lane;
}

INLINE double at(const Array *array, long t, long f, long turn, long lane) {
    return *(double *)place(array, t, f, turn, lane);
}

INLINE double *written(const Array *array, long t, long f, long turn, long lane) {
    return (double *)place(array, t, f, turn, lane);
}

/* `n` lanes side by side: where they lie, or in `room` where they lie otherwise. */
INLINE const double *row(const Array *array, long t, long f, long turn, long lane, int n,
                         double *room) {
    const char *from = place(array, t, f, turn, lane);
    if (array->lane == sizeof(double)) return (const double *)from;
    if (array->lane == 0) {
        double value = *(const double *)from;
        for (int j = 0; j < n; j++) room[j] = value;
    } else {
        for (int j = 0; j < n; j++) room[j] = *(const double *)(from + j * array->lane);
    }
    return room;
}

INLINE double most(double a, double b) { return a > b ? a : b; }
INLINE double least(double a, double b) { return a < b ? a : b; }

/* A sum, and what rounding has left of it; D. E. Knuth, volume 2, section 4.2.2, theorem B. */
INLINE double add_exactly(double a, double b, double *lost) {
    double total = a + b, added = total - a;
    *lost = (a - (total - added)) + (b - added);
    return total;
}

/* How many worlds side by side, from one on, share a whole number: they go as one block. */
INLINE int alike(const Array *number, long f, long turn, long lane, long end) {
    int n = 1;
    double first = at(number, 0, f, turn, lane);
    while (n < LANES && lane + n < end && at(number, 0, f, turn, lane + n) == first) n++;
    return n;
}

#endif
