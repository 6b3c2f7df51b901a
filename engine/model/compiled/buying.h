/* What the months are gone through with; axes and units as in fleet.py. */

#ifndef HEADROOM_BUYING_H
#define HEADROOM_BUYING_H

#include "arrays.h"

#define REPOWERING_TOLERANCE 1e-9 /* as in fleet.py, as the one below */
#define SMALLEST_SLACK_WATTS 1e-9

typedef struct {
    Array target, use, peak_per_watt, mix, it_limit, budget, supplied, firm, may, substitution;
    Array initial_watts, initial_peak, initial_alive, life, threshold, most_per_month, begins;
} Plan;

typedef struct {
    Array got, entered, taken, wanted, within_power, within_budget, repowered;
} Bought;

typedef struct {
    Array head, part, watts_alive, peak_alive, watts_through, peak_through;
    Array peak_through_rest, peak_rest, peak_of_lots;
} Removed;

int buy_all(const Plan *plan, const Bought *bought, const Removed *removed, const Worlds *worlds);

#endif
