/* What no luck touches: sections 1 to 7 of the specification, by month. */
#include "model.h"

Shared shared;

static double ramp(double t, double first, double last) {
    if (last <= first) return t >= last;
    return within((t - first) / (last - first), 0, 1);
}

static double fading_years(double years, double half_life) {
    return half_life > 0 ? half_life / M_LN2 * (1 - exp2(-years / half_life)) : 0;
}

static double annuity(double rate, double periods) {
    return rate != 0 ? rate / -expm1(-periods * log1p(rate)) : 1 / periods;
}

/* Section 1: the generations of a family, those after the catalogue's last included. */
static void generations(const Scenario *p, int f) {
    int n = 0;
    double(*found)[5] = shared.of[f].generations;
    for (int i = 0; i < (int)p->chips_count; i++)
        if ((int)p->chips[i][0] == f) memcpy(found[n++], &p->chips[i][1], 5 * sizeof(double));
    double years = p->cadence_months / 12;
    double watts = pow(p->watts_per_chip_growth, years);
    double tops = pow(p->perf_per_watt_growth * p->watts_per_chip_growth, years);
    double price = tops / pow(p->price_performance_growth, years);
    double factors[5] = {0, tops, watts, price, price};
    for (double last = found[n - 1][0]; last + p->cadence_months < p->horizon_months; n++) {
        last = found[n][0] = last + p->cadence_months;
        for (int i = 1; i < 5; i++) found[n][i] = found[n - 1][i] * factors[i];
    }
    shared.of[f].count = n;
    shared.of[f].late = p->generation_slip_months[f];
}

/* Section 7 */
static void events(const Scenario *p, int months) {
    shared.grid_delay = p->grid_delay_months;
    for (int i = 0; i < (int)p->events_count; i++) {
        const double *e = p->events[i];
        int kind = (int)e[0], scope = (int)e[1], start = (int)e[2], end = start + (int)e[3];
        double severity = e[4];
        if (kind == GRID_DELAY) shared.grid_delay += e[3];
        FAMILY if (kind == GENERATION_SLIP && (scope < 0 || scope == f)) shared.of[f].late += e[3];
        for (int t = start > 0 ? start : 0; t < end && t < months; t++) {
            if (kind == POWER_OUTAGE) shared.power_kept[t] *= 1 - severity;
            if (kind == DEMAND_SHOCK)
                shared.shock[t] *= 1 - severity * (1 - (double)(t - start) / (end - start));
            FAMILY if (scope < 0 || scope == f) {
                if (kind == SUPPLY_STOP) shared.of[f].supply_kept[t] *= 1 - severity;
                if (kind == BASE_LOSS) shared.of[f].base_kept[t] *= 1 - severity;
                if (kind == PRICE_SHOCK) shared.of[f].level[t] *= 1 + severity;
            }
        }
    }
}

/* Section 2: the plan's revenue, and for how many years of growth luck counts. */
static void revenue(const Scenario *p, int seen) {
    int n = (int)p->revenue_anchors_count, last = (int)p->revenue_anchors[n - 1][0];
    const double(*a)[MOST_WORDS] = p->revenue_anchors;
    for (int i = 0; i + 1 < n; i++)
        for (int t = (int)a[i][0]; t < (int)a[i + 1][0] && t < seen; t++) {
            double part = (t - a[i][0]) / (a[i + 1][0] - a[i][0]);
            shared.revenue[t] = exp((1 - part) * log(a[i][1]) + part * log(a[i + 1][1]));
        }
    double longrun = log(p->revenue_growth_longrun), excess = log(p->revenue_growth) - longrun;
    double half_life = p->growth_half_life_years;
    double history = fading_years(most(0, p->as_of - last) / 12, half_life);
    memset(shared.luck_years, 0, sizeof shared.luck_years);
    for (int t = last; t < seen; t++) {
        double years = (t - last) / 12.0, faded = fading_years(years, half_life);
        shared.revenue[t] = a[n - 1][1] * exp(years * longrun + excess * faded);
        shared.luck_years[t] = most(0, faded - history);
    }
}

/* Sections 2 to 6, what no luck touches. */
void share(const Scenario *p, int months, int seen) {
    double before = log(p->algorithmic_efficiency) * (p->rebound - 1);
    double history = exp(before / 12), kept = p->intensity;
    revenue(p, seen);
    for (int t = 0; t < seen; t++, kept *= t <= p->as_of ? history : 1) {
        double part = ramp(t, 0, p->training_share_end_month);
        double training = p->training_share_start
            + (p->training_share_end - p->training_share_start) * part;
        shared.training[t] = training;
        shared.per_revenue[t] = kept / (1 - training);
    }
    double rate = expm1(log1p(p->wacc) / 12), dearer = exp(log1p(p->electricity_escalation) / 12);
    shared.annuity = annuity(rate, p->life_months);
    shared.facility_annuity = annuity(rate, p->facility_life_months);
    double of_watt = p->facility_capex_usd_per_watt * shared.facility_annuity
        + p->site_opex_usd_per_mw_year / 12e6;
    double margin = (1 + p->provider_margin) / HOURS;
    shared.rent_of_chip = margin * (shared.annuity + p->maintenance_share_per_year / 12);
    double energy = p->load_factor * p->pue * HOURS / 1000 * p->electricity_usd_per_kwh;
    double discount = 1;
    for (int t = 0; t < months; t++, energy *= dearer, discount /= 1 + rate) {
        shared.shock[t] = shared.power_kept[t] = 1;
        shared.energy[t] = energy;
        shared.discount[t] = discount;
        shared.rent_of_watt[t] = margin * (of_watt + energy);
    }
    double faded[LONGEST];
    for (int t = 0; t < months; t++) faded[t] = fading_years(t / 12.0, p->supply_half_life_years);
    FAMILY {
        generations(p, f);
        double excess = log(p->supply_growth[f]) - log(p->supply_growth_longrun);
        double monthly = exp(log(p->supply_growth_longrun) / 12), grown = 1;
        double gain = log(p->software_gain[f]), level = p->chip_price_factor[f];
        double dearer_chips = exp(log(p->chip_price_growth[f]) / 12);
        for (int t = 0; t < months; t++, grown *= monthly) {
            double part = ramp(t, p->mix_from_month, p->mix_month);
            shared.of[f].mix[t] = (1 - part) * p->mix_start[f] + part * p->mix[f];
            shared.of[f].ordinary[t] =
                p->supply_chips_per_year[f] / 12 * grown * exp(excess * faded[t]);
            double used = shared.training[t] * p->mfu_training[f]
                + (1 - shared.training[t]) * p->mfu_serving[f];
            if (gain != 0 && t > p->as_of)
                used *= exp(gain * fading_years((t - p->as_of) / 12, p->software_half_life_years));
            shared.of[f].eflops[t] = 1e-6 * least(1, used) * p->availability;
            shared.of[f].level[t] = 1;
            if (t >= p->as_of) {
                shared.of[f].level[t] = level;
                level *= dearer_chips;
            }
            shared.of[f].contracted[t] = shared.of[f].firm[t] = shared.of[f].paid[t] = 0;
            shared.of[f].supply_kept[t] = shared.of[f].base_kept[t] = 1;
        }
    }
    for (int i = 0; i < (int)p->contracts_count; i++) {
        const double *c = p->contracts[i]; /* family, start, ramp, GW, firm, price factor */
        int f = (int)c[0], start = (int)c[1], end = start + (int)c[2];
        double watts = c[3] * 1e9 / c[2];
        for (int t = start > 0 ? start : 0; t < end && t < months; t++) {
            shared.of[f].contracted[t] += watts;
            shared.of[f].firm[t] += watts * c[4];
            shared.of[f].paid[t] += watts * c[5];
        }
    }
    events(p, months);
}
