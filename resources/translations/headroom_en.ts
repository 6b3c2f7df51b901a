<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>Analysis</name>
    <message numerus="yes">
        <source>%n world(s), the same for all that is compared</source>
        <translation>
            <numerusform>%n world, the same for all that is compared</numerusform>
            <numerusform>%n worlds, the same for all that is compared</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ByWhen</name>
    <message numerus="yes">
        <source>in {chance} after %n month(s)</source>
        <translation>
            <numerusform>in {chance} after %n month</numerusform>
            <numerusform>in {chance} after %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message numerus="yes">
        <source>%n of its shocks went, too.</source>
        <translation>
            <numerusform>%n of its shocks went, too.</numerusform>
            <numerusform>%n of its shocks went, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its contracts went, too.</source>
        <translation>
            <numerusform>%n of its contracts went, too.</numerusform>
            <numerusform>%n of its contracts went, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n row(s) of chips</source>
        <translation>
            <numerusform>Paste %n row of chips</numerusform>
            <numerusform>Paste %n rows of chips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message numerus="yes">
        <source>%n draw(s)</source>
        <translation>
            <numerusform>%n draw</numerusform>
            <numerusform>%n draws</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stopped; kept %n file(s) written before</source>
        <translation>
            <numerusform>stopped; kept %n file written before</numerusform>
            <numerusform>stopped; kept %n files written before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differing input(s)</source>
        <translation>
            <numerusform>%n differing input</numerusform>
            <numerusform>%n differing inputs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Entries</name>
    <message numerus="yes">
        <source>%n shock(s)</source>
        <translation>
            <numerusform>%n shock</numerusform>
            <numerusform>%n shocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contract(s)</source>
        <translation>
            <numerusform>%n contract</numerusform>
            <numerusform>%n contracts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntriesTable</name>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(and %n more)</numerusform>
            <numerusform>(and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message numerus="yes">
        <source>and %n more file(s)</source>
        <translation>
            <numerusform>and %n more file</numerusform>
            <numerusform>and %n more files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Goal</name>
    <message numerus="yes">
        <source>%n way(s) to get there, the least change first.</source>
        <translation>
            <numerusform>%n way to get there, the least change first.</numerusform>
            <numerusform>%n ways to get there, the least change first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HedgePart</name>
    <message numerus="yes">
        <source>as {count} equal one(s)</source>
        <translation>
            <numerusform>as {count} equal one</numerusform>
            <numerusform>as {count} equal ones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n smaller one(s) not shown</source>
        <translation>
            <numerusform>%n smaller one not shown</numerusform>
            <numerusform>%n smaller ones not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message numerus="yes">
        <source>%n section(s) found</source>
        <translation>
            <numerusform>%n section found</numerusform>
            <numerusform>%n sections found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kpi</name>
    <message numerus="yes">
        <source>{points} point(s)</source>
        <translation>
            <numerusform>{points} point</numerusform>
            <numerusform>{points} points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LanesView</name>
    <message numerus="yes">
        <source>%n more: make the timeline higher to see them</source>
        <translation>
            <numerusform>%n more: make the timeline higher to see them</numerusform>
            <numerusform>%n more: make the timeline higher to see them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Narration</name>
    <message numerus="yes">
        <source>%n more levers</source>
        <translation>
            <numerusform>%n more levers</numerusform>
            <numerusform>%n more levers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{lever} {months} month(s) later</source>
        <translation>
            <numerusform>{lever} {months} month later</numerusform>
            <numerusform>{lever} {months} months later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{lever} {months} month(s) earlier</source>
        <translation>
            <numerusform>{lever} {months} month earlier</numerusform>
            <numerusform>{lever} {months} months earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} point(s) from {loser} to {winner}</source>
        <translation>
            <numerusform>{count} point from {loser} to {winner}</numerusform>
            <numerusform>{count} points from {loser} to {winner}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(and %n more)</numerusform>
            <numerusform>(and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>Then %n more change(s) of what binds.</source>
        <translation>
            <numerusform>Then %n more change of what binds.</numerusform>
            <numerusform>Then %n more changes of what binds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Risk</name>
    <message numerus="yes">
        <source>{months} month(s)</source>
        <translation>
            <numerusform>{months} month</numerusform>
            <numerusform>{months} months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message numerus="yes">
        <source>%n lever(s) found</source>
        <translation>
            <numerusform>%n lever found</numerusform>
            <numerusform>%n levers found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Supply</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sweep</name>
    <message numerus="yes">
        <source>its worker died %n time(s)</source>
        <translation>
            <numerusform>its worker died %n time</numerusform>
            <numerusform>its worker died %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sweeps</name>
    <message numerus="yes">
        <source>%n scenario(s) on the front.</source>
        <translation>
            <numerusform>%n scenario on the front.</numerusform>
            <numerusform>%n scenarios on the front.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message numerus="yes">
        <source>month(s)</source>
        <translation>
            <numerusform>month</numerusform>
            <numerusform>months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>year(s)</source>
        <translation>
            <numerusform>year</numerusform>
            <numerusform>years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingPanel</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message numerus="yes">
        <source>No part in it: %n change(s).</source>
        <translation>
            <numerusform>No part in it: %n change.</numerusform>
            <numerusform>No part in it: %n changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No part in it either: %n further change(s).</source>
        <translation>
            <numerusform>No part in it either: %n further change.</numerusform>
            <numerusform>No part in it either: %n further changes.</numerusform>
        </translation>
    </message>
</context>
</TS>
