/* How values spread over the worlds: quantiles without sorting, the mean, and a chance. */
#include <math.h>
#include <string.h>

#define BUCKETS 256
#define FEW 32
#define TOGETHER 8 /* rows that are read at once, as they stand together */
#define MOST_WORLDS 16384

static const double SHARES[] = {0.05, 0.25, 0.5, 0.75, 0.95};
enum { QUANTILES = 5, RANKS = 2 * QUANTILES };

/* The values at some ranks, which ascend; the values are left in another order. */
static void ranked(double *values, int n, const int *ranks, int count, double *found) {
    double low = values[0], high = values[0];
#pragma omp simd reduction(min : low) reduction(max : high)
    for (int i = 1; i < n; i++) {
        low = values[i] < low ? values[i] : low;
        high = values[i] > high ? values[i] : high;
    }
    if (n <= FEW || !(low < high)) {
        for (int i = 1; low < high && i < n; i++) {
            double value = values[i];
            int k = i;
            for (; k > 0 && values[k - 1] > value; k--) values[k] = values[k - 1];
            values[k] = value;
        }
        for (int i = 0; i < count; i++) found[i] = values[ranks[i]];
        return;
    }
    static unsigned short bucket[MOST_WORLDS];
    double own[MOST_WORLDS], scale = (BUCKETS - 1) / (high - low);
    int sizes[BUCKETS] = {0}, starts[BUCKETS], wanted[BUCKETS] = {0};
    for (int i = 0; i < n; i++) bucket[i] = (unsigned short)((values[i] - low) * scale);
    for (int i = 0; i < n; i++) sizes[bucket[i]]++;
    for (int b = 0, before = 0, r = 0; b < BUCKETS; before += sizes[b++]) {
        starts[b] = before;
        for (; r < count && ranks[r] < before + sizes[b]; r++) wanted[b]++;
    }
    int ends[BUCKETS];
    memcpy(ends, starts, sizeof ends);
    for (int i = 0; i < n; i++) own[ends[bucket[i]]++] = values[i]; /* a branch for those not wanted costs more */
    for (int b = 0, r = 0; r < count; r += wanted[b++]) {
        int within[RANKS];
        for (int i = 0; i < wanted[b]; i++) within[i] = ranks[r + i] - starts[b];
        if (wanted[b]) ranked(own + starts[b], sizes[b], within, wanted[b], found + r);
    }
}

static void spread(const double *values, int worlds, double *found) {
    double defined[MOST_WORLDS], sum = 0, at[RANKS], parts[QUANTILES];
    int ranks[RANKS], n = 0;
    for (int i = 0; i < worlds; i++) {
        defined[n] = values[i];
        n += values[i] == values[i];
    }
#pragma omp simd reduction(+ : sum)
    for (int i = 0; i < n; i++) sum += defined[i];
    for (int q = 0; q < QUANTILES; q++) {
        double place = SHARES[q] * (n - 1);
        ranks[2 * q] = (int)place;
        ranks[2 * q + 1] = ranks[2 * q] + (ranks[2 * q] + 1 < n);
        parts[q] = place - ranks[2 * q];
    }
    if (n) ranked(defined, n, ranks, RANKS, at);
    for (int q = 0; q < QUANTILES; q++)
        found[q] = n ? at[2 * q] + parts[q] * (at[2 * q + 1] - at[2 * q]) : NAN;
    found[QUANTILES] = n ? sum / n : NAN;
}

/* Of each month five quantiles and the mean, of what is defined; values by group as they are made. */
void bands(const double *values, int months, int worlds, double *found) {
    static double rows[TOGETHER][MOST_WORLDS];
    for (int t = 0; t < months; t += TOGETHER) {
        int count = months - t < TOGETHER ? months - t : TOGETHER;
        for (int at = 0; at < worlds; at += WORLDS)
            for (int i = 0; i < count; i++)
                memcpy(&rows[i][at], values + (at * months + (t + i) * WORLDS), 8 * WORLDS);
        for (int i = 0; i < count; i++) spread(rows[i], worlds, found + (t + i) * (QUANTILES + 1));
    }
}

/* By month, in how many of the worlds more than `tolerance` of what is asked for is lacking. */
void chance(const double *lacking, const double *asked, double tolerance, int months, int worlds,
            double *found) {
    memset(found, 0, months * sizeof *found);
    for (int at = 0; at < worlds; at += WORLDS)
        for (int t = 0; t < months; t++)
            for (int w = 0; w < WORLDS; w++, lacking++, asked++)
                found[t] += (*lacking > tolerance * *asked) / (double)worlds;
}
