<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en_US">
<context>
    <name>Action</name>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name the scenario…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find a lever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pin as baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Swap with the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Overview as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each &amp;chart as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Monthly series as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Headroom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message>
        <source>Levers that differ from the baseline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>Show as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy picture and data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as &amp;table or chart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Type an action or a lever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action or a lever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and levers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareCommands</name>
    <message>
        <source>This is the baseline now; every curve is compared with it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditCommands</name>
    <message>
        <source>Name of the scenario:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Example</name>
    <message>
        <source>The announcement of October 2025</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan as told in October 2025: 2.2 bn USD of revenue in 2025 growing sevenfold a year at first, up to one million TPUs and well over 1 GW online by the end of 2026, Trainium2 from Project Rainier second and NVIDIA GPUs third. Chip supply holds the fleet back until mid-2026, then power until 2031, then demand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All eggs in one basket: NVIDIA only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public record, but purchases move to NVIDIA GPUs alone by October 2026, with no more of them to be had than before: supply stays the limit to late 2028, and more revenue goes unserved in 2026 and 2027. Later GPUs give more compute per watt, at a higher cost and with nothing to fall back on when their supply stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starved of power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public record, but from September 2026 on power arrives 18 months late and then grows half as fast. Chips are there to be had and the sites are not, so more compute per watt is what counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public record of September 2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run-rate revenue from 1 bn USD in January 2025 to 65 bn USD in July 2026 as reported, about 0.9 GW of IT power at the end of 2025 and 3 GW at the end of 2026, then the announced TPU, AWS and NVIDIA contracts through 2028. Chip supply is the limit while revenue explodes, power from late 2026 to early 2031, and demand after that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Copied “{}”: picture and data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and {} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>Saved {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to “{}”?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Flags</name>
    <message>
        <source>Milestones; left and right walk them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>Chip mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chips &amp; roadmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Software &amp; utilisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpCommands</name>
    <message>
        <source>Headroom {}: a live scenario explorer for AI compute. It never uses the network.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>thin grey: the baseline · bands: 5 to 95 % and 25 to 75 % of {:,} worlds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scenario can&apos;t be run: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (read-only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Milestone</name>
    <message>
        <source>300 000 business customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than 300 000 business customers; accounts above 100 000 USD a year up nearly sevenfold in a year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to one million TPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to one million Google TPUs, tens of billions of dollars, well over a gigawatt online in 2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rainier and Azure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project Rainier runs about 500 000 Trainium2 in Indiana; 30 bn USD of Azure with up to 1 GW of NVIDIA systems is announced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broadcom orders 21 bn USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders for Ironwood racks of 10 bn and 11 bn USD, for delivery late in 2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run-rate 14 bn USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly run-rate revenue of 14 bn USD; 1.4 million Trainium2 landed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiple gigawatts from 2027</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About 3.5 GW of next-generation TPUs from 2027 and up to 5 GW with Amazon over ten years.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run-rate 65 bn USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly run-rate revenue of 65 bn USD at the end of July.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commitments 518 bn USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prospectus reported by the press lists compute commitments of 518 bn USD, four fifths of them firm.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MixKey</name>
    <message>
        <source>Key of the map</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MixPage</name>
    <message>
        <source>Measure that the map shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months that the map is of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this mix gives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target mix of new power, share of IT power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With two shares locked nothing can move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being worked out…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Narrator</name>
    <message>
        <source>Move a lever: what changes, and what then binds, is said here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Parameter</name>
    <message>
        <source>Mix of new power at start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of each family in newly bought IT power up to the month the mix begins to change; the families sum to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target mix of new power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of each family in newly bought IT power from the mix month on; the families sum to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mix of new power changes from month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month until which purchases keep the starting mix; the target mix is reached linearly after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target mix reached in month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month in which the mix of purchases reaches its target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IT power of the chips already in service in month 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chip life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months until a delivery leaves the fleet; also the rental term and the amortisation time of chips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar month of month 0; all other months count from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many months are simulated; 96 from 2025-01 ends in 2032-12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month up to which the catalogue and the power schedule are history; slips, delays and price factors act only from here on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known points of the yearly revenue run-rate: pairs of month and $bn, in order, the first at month 0. Between them the logarithm runs straight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue growth after the last known point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly growth factor of revenue right after the last known point, before it fades.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long-run revenue growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly growth factor that revenue growth fades to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half-life of excess growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time in which the logarithm of growth comes half way from its starting to its long-run value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serving compute per revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective 8-bit compute needed to serve 1 bn USD of run-rate revenue at month 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Algorithmic efficiency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly factor by which software lowers the compute needed for the same result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rebound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the algorithmic gain that is spent again on larger models, longer answers and more use; at 1 compute per revenue is constant, above 1 it grows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training share at start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the fleet used for training and research in month 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training share in the long run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the fleet used for training and research from the end month on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training share settles in month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month in which the training share reaches its long-run value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planning lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chips are scheduled to arrive this many months before demand needs them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserve margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity planned above expected demand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of scenarios in an ensemble.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the common random numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread of growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the logarithm of starting revenue growth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread of algorithmic efficiency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the logarithm of algorithmic efficiency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread of chip prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the logarithm of chip prices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation of chip prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation of price luck between families.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Investment budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly limit on the capital cost of new capacity, owned or rented; empty is unlimited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owned share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of each family that is bought; the rest is rented under long contracts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies capital cost and rent of deliveries from the as-of month on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of capital</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real weighted cost of capital for annuities and discounting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facility capital cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building, power and cooling per watt of IT power.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facility life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amortisation time of the facility.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly average of facility over IT energy; used for energy only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average over nameplate IT power.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Electricity price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered price of electricity at month 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Electricity escalation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real yearly change of the electricity price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff and operation of owned sites without energy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly maintenance and spares of owned chips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing cost of one more software stack: compilers, kernels, operations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facility power at start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facility power available in month 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facility power when ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facility power available in the ready month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power ramp starts in month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month in which power begins to grow from its starting value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power ready in month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month in which the power budget is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power growth after that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facility power added each year after the ready month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months by which power planned after the as-of month comes late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facility over IT power at peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak facility power over IT power; converts the facility limit into an IT limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of stress events: kind, scope, start month, duration in months, severity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortfall tolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A month counts as short when more than this share of demand is unserved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supply outage rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supply outages a year of each family, the common ones included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supply outage duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean length of a supply outage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supply outage severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of a family&apos;s supply lost in an outage of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common-cause share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the outage rate that hits all families together, for they share foundry, packaging and memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common outage severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of every family&apos;s supply lost in a common outage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract recall rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract recalls or disputes a year for each family.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract recall duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months for which recalled capacity is out of reach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract recall severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the family&apos;s installed capacity out of reach in a recall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance of a slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance that a family&apos;s coming generations are late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower end of a generation slip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper end of a generation slip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance of a grid delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance that coming power is late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest grid delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower end of a grid delay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest grid delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper end of a grid delay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation ramp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months in which a new generation takes over a family&apos;s deliveries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation cadence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months between generations after the catalogue&apos;s last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance per watt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly growth of operations per watt of generations after the catalogue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watts per chip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly growth of IT power per chip of generations after the catalogue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price-performance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly growth of operations per dollar of generations after the catalogue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training utilisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of peak 8-bit operations put to use in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serving utilisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of peak 8-bit operations put to use in serving, prefill and decode together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Availability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of time that chips do useful work (goodput).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring-up time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole months from delivery to service, while power and cost already run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active parameters of the served model; converts compute into tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supply in month 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chips a year of each family that can be had in month 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supply growth in month 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly growth factor of the supply of each family in month 0, before it fades.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long-run supply growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly growth factor that supply growth fades to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half-life of excess supply growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time in which the logarithm of supply growth comes half way from its starting to its long-run value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Substitution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of unmet orders that can move at once to another family with supply to spare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Substitute outside the mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether families with no share in the mix may take over unmet orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months by which each future generation of a family is late.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Series</name>
    <message>
        <source>Revenue run-rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly run-rate of revenue, after demand shocks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective 8-bit compute that serving and training ask for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facility power limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facility power available, after outages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IT power limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The facility limit over the facility-to-IT ratio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IT power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nameplate IT power of the chips alive, after the month&apos;s deliveries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facility power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak facility power of the chips alive: IT power times the facility-to-IT ratio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chips alive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chips installed at the end of the month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chips delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chips that arrive in the month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chips retired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chips that leave in the month, the initial fleet&apos;s included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective compute in service: after bring-up, losses and curtailment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mature capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective compute of all chips alive, as if all were in service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H100 equivalents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nominal 8-bit compute of the chips alive, as H100s (Epoch AI).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of demand that capacity can serve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortfall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of demand that capacity cannot serve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the fleet powered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One unless an outage leaves less power than the fleet draws.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted new IT power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New IT power the plan asks for this month, before any limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered new IT power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New IT power that arrives this month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What binds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What held this month&apos;s deliveries back: demand, supply, budget or power.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chip capital cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash paid for owned chips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facility capital cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash paid for facilities of owned chips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rent of rented chips, power and building included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Electricity of owned chips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff and operation of owned sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance and spares of owned chips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing cost of the software stacks in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chip capital charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owned chips&apos; capital cost as a level monthly payment over their life.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facility capital charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facilities&apos; capital cost as a level monthly payment over their life.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money out of the door: capital costs, rent, energy, operation, upkeep, platforms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Economic cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of use: capital charges in the place of capital costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commitment signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in the month: owned chips and facilities, and rent over the whole life.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Economic cost of one effective PFLOP-hour in service; undefined without capacity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit cost of a million tokens at 2 FLOP per active parameter and token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unserved revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue of the demand that is not served.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute intensity of revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Economic cost over revenue, both a year; undefined without revenue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash cost to date, discounted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running net present value of the cash cost from month 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Economic cost to date, discounted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running net present value of the economic cost from month 0.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>model convention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article: chosen so that calendar-2025 revenue is 2.2 bn (press, 2025-10); 2026-09 record: run-rates stated by the company and CNBC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company announcement 2025-09: large accounts nearly 7x in a year; record 2024-26: 7 to 12x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement, limited by plausible revenue in 2032</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calibrated: revenue per GW 2025-26, company reports and analyst capacity estimates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ho et al. 2024, arXiv:2403.05812 (about 3x, 90% interval 2 to 5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement; calibrated to revenue per GW 2025-26</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported 2025 inference spend of 1.7 bn in 7.33 bn compute (Epoch AI; press on the prospectus)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deloitte TMT 2026: inference two thirds of compute in 2026; judgement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement: bring-up of 1 to 3 months and a little slack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement from early deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>article preset: TPU-led; commitments by family in the 2026-09 record: 55 / 22 / 23 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model convention: the as-of month, so that the mix lever leaves history alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2024-25 compute spend over cost per GW (Epoch AI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch AI cost breakdown 2026-05: 5 years; range 3 to 7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google Cloud announcement 2025-10: well over 1 GW in 2026; Rainier about 0.5 to 1 GW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>announcement 2025-10: in 2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement; 2026-09 record: about 10 GW announced through 2028</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JLL 2026 outlook: grid connection 4 years on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch AI Frontier Data Centers: 1.20 (Amazon, Google) to 1.35</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calibrated to announced deliveries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch AI chip sales: 2025 growth 2.9x NVIDIA, 4.0x TPU, 3.3x Trainium (installed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement: foundry and packaging capacity in the long run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement; packaging capacity doubled yearly 2024-26</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement: porting takes 1 to 9 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blackwell 2024-25: 3 months or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement from 2024-26 ramps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vendor roadmaps: 12 to 24 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch AI, ML hardware energy efficiency: +40 % a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trend of the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch AI 2022: 1.33x (all GPUs), 1.40x (ML GPUs)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Llama 3 (arXiv:2407.21783) 38 to 43 %; SemiAnalysis planning cases 30 to 40 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>public serving fits: decode 5 to 15 %, prefill 15 to 45 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Llama 3: more than 90 %; Gemini 2.5: 93.4 % (arXiv:2507.06261)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch AI TPU model: about one quarter; CoreWeave 2025: 0.4 to 1 quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assumption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SemiAnalysis 2025-11: 400k of 1M TPUs bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch AI about 7 %; SemiAnalysis cases 9 to 14 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch AI Frontier Data Centers: 11.8; Turner &amp; Townsend 2025: 10 to 15</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch AI cost breakdown 2026-05: 14 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google 1.09, AWS 1.15 (environmental reports)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LBNL 2024, Epoch AI: 0.7 to 0.8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EIA; delivered to US AI sites 0.065 to 0.090</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EIA outlook 2025-26; judgement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch AI: 0.9 bn a GW-year less 0.6 bn energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barroso et al.: 5 % of yearly amortisation; failure rates 5 to 9 % a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement: 100 to 200 engineers and test fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model.md, section 7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement from 2020-26 events (packaging, memory, design faults)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement: packaging and memory shortages 6 to 24 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement: 10 to 30 % (J.P. Morgan 2021), up to 100 % for a slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement; advanced nodes about 90 % at one foundry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement: 0.05 to 0.10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement: 6 to 12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement: 30 to 100 % of one counterparty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement; Blackwell 2024-25</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2026: 5 of 12 announced GW under construction (press)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement: 3 to 18 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judgement; growth 2024-26 between 7x and 12x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ho et al. 2024: 90 % interval 2 to 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch AI chip sales: price intervals of about 20 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch AI chip sales: 0.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specs: Google Cloud TPU v5e docs (cloud.google.com/tpu/docs/v5e; INT8, no FP8); power and price: Epoch AI chip sales; rent: Google Cloud TPU list price, 3-year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specs: Google Cloud TPU docs (docs.cloud.google.com/tpu/docs/tpu7x comparison table; INT8, no FP8 speed-up); power and price: Epoch AI chip sales; rent: Google Cloud TPU list price, 3-year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specs: Google Cloud TPU docs (docs.cloud.google.com/tpu/docs/tpu7x; FP8); power: SemiAnalysis TCO model 1.21 kW to Epoch AI Frontier Data Centers 1.67 kW; rent: SemiAnalysis, TPUv7: Google takes a swing at the king (2025-11)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google announcement 2026-04-22 and Hot Chips 2026 via press (FP8 taken as half of 12.6 PFLOP/s FP4); power and price: estimate; rent: TPU v7 rent scaled by capital cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specs: AWS Neuron documentation (awsdocs-neuron.readthedocs-hosted.com); power: Epoch AI Frontier Data Centers (398 MW for 457k chips) and SemiAnalysis; price: estimate between owner cost and AWS Capacity Blocks 2.235</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specs: AWS Trainium3 launch 2025-12 and Neuron documentation (MXFP8); power: Epoch AI Frontier Data Centers; price: estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AWS re:Invent 2025 preview (3x FP8 and 4x memory bandwidth of Trainium3); date, power and price: estimate from the model&apos;s yearly trends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specs: NVIDIA H100 datasheet; power: Epoch AI (CoreWeave S-1) and SemiAnalysis TCO model; price: SemiAnalysis AI cloud TCO model 2026-07 (semianalysis.com/ai-cloud-tco-model)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specs: NVIDIA H200 datasheet; power and price: SemiAnalysis AI cloud TCO model 2026-07 (semianalysis.com/ai-cloud-tco-model)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specs: NVIDIA GB200 NVL72 datasheet; power: Epoch AI Frontier Data Centers; capital cost: Epoch AI, AI data center cost breakdown 2026-05 (26 $M per MW IT); rent: SemiAnalysis AI cloud TCO model 2026-07</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specs: NVIDIA GB300 NVL72 datasheet; power and rent: SemiAnalysis AI cloud TCO model 2026-07; capital cost: Morgan Stanley rack estimate 2026-05 plus network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA Vera Rubin NVL72 preliminary specifications 2026; rack price: Morgan Stanley 2026-05 (7.8 $M); power and rent: SemiAnalysis AI cloud TCO model 2026-07</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company announcement, 2025-09-02 (Series F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company and Google Cloud announcements, 2025-10-23</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AWS, 2025-11-03; Microsoft, 2025-11-18</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broadcom results call, 2025-12-11</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company announcement, 2026-02-12; Amazon results, 2026-02-05</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company announcements, 2026-04-06 and 2026-04-20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CNBC, 2026-08-17</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reuters, 2026-09-28</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>YYYY-MM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>months since start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month; $bn/year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x per year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EFLOP/s per $bn/year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of IT power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MW IT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GW facility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GW facility/year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chips/year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0/1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of 8-bit peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$bn/year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$/W IT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$/kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$/MW IT/year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of chip capex/year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$/year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of deliveries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>integer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ln</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EFLOP/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GW IT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H100e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$bn/month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$/PFLOP-h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$/million tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$/$</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$bn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
