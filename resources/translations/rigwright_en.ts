<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>rigwright::AdvicePage</name>
    <message numerus="yes">
        <source>%n to know</source>
        <translation>
            <numerusform>%n thing to know</numerusform>
            <numerusform>%n things to know</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::AlternativesDialog</name>
    <message numerus="yes">
        <source>%n parts go with the rest of the machine</source>
        <translation>
            <numerusform>%n part goes with the rest of the machine</numerusform>
            <numerusform>%n parts go with the rest of the machine</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::BomLinesView</name>
    <message numerus="yes">
        <source>To be paid for %n systems, with tax</source>
        <translation>
            <numerusform>To be paid for %n system, with tax</numerusform>
            <numerusform>To be paid for %n systems, with tax</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Total for %n systems, before tax</source>
        <translation>
            <numerusform>Total for %n system, before tax</numerusform>
            <numerusform>Total for %n systems, before tax</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>! %n lines have no price, and the total lacks them.</source>
        <translation>
            <numerusform>! %n line has no price, and the total lacks it.</numerusform>
            <numerusform>! %n lines have no price, and the total lacks them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>! %n prices are more than %1 days old: ask for new ones before you order.</source>
        <translation>
            <numerusform>! %n price is more than %1 days old: ask for a new one before you order.</numerusform>
            <numerusform>! %n prices are more than %1 days old: ask for new ones before you order.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::BomPage</name>
    <message numerus="yes">
        <source>, %n at once</source>
        <translation>
            <numerusform>, %n at once</numerusform>
            <numerusform>, %n at once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::BomTableModel</name>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::BuildDetails</name>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::CatalogEdits</name>
    <message numerus="yes">
        <source>%Ln parts</source>
        <translation>
            <numerusform>%Ln part</numerusform>
            <numerusform>%Ln parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::CatalogExportDialog</name>
    <message numerus="yes">
        <source>%n files written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::CatalogPage</name>
    <message numerus="yes">
        <source>%Ln parts</source>
        <translation>
            <numerusform>%Ln part</numerusform>
            <numerusform>%Ln parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::ComparePage</name>
    <message numerus="yes">
        <source>%n figures differ</source>
        <translation>
            <numerusform>%n figure differs</numerusform>
            <numerusform>%n figures differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::ComparedTable</name>
    <message numerus="yes">
        <source>%1, %n users</source>
        <translation>
            <numerusform>%1, %n user</numerusform>
            <numerusform>%1, %n users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::CostDetailsCard</name>
    <message numerus="yes">
        <source>%n remarks</source>
        <translation>
            <numerusform>%n remark</numerusform>
            <numerusform>%n remarks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::CostReport</name>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more cost more, or can&apos;t be compared.</source>
        <translation>
            <numerusform>%n more costs more, or can&apos;t be compared.</numerusform>
            <numerusform>%n more cost more, or can&apos;t be compared.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::CostSourcesView</name>
    <message numerus="yes">
        <source>%n figures</source>
        <translation>
            <numerusform>%n figure</numerusform>
            <numerusform>%n figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::CostStatement</name>
    <message numerus="yes">
        <source>%1 owning is cheapest over %n years</source>
        <translation>
            <numerusform>%1 owning is cheapest over %n year</numerusform>
            <numerusform>%1 owning is cheapest over %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 the API is cheapest over %n years</source>
        <translation>
            <numerusform>%1 the API is cheapest over %n year</numerusform>
            <numerusform>%1 the API is cheapest over %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 the cloud is cheapest over %n years</source>
        <translation>
            <numerusform>%1 the cloud is cheapest over %n year</numerusform>
            <numerusform>%1 the cloud is cheapest over %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Over %n years %1; cloud %2, API %3.</source>
        <translation>
            <numerusform>Over %n year %1; cloud %2, API %3.</numerusform>
            <numerusform>Over %n years %1; cloud %2, API %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Over %n years %1; cloud %2.</source>
        <translation>
            <numerusform>Over %n year %1; cloud %2.</numerusform>
            <numerusform>Over %n years %1; cloud %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Over %n years %1; API %2.</source>
        <translation>
            <numerusform>Over %n year %1; API %2.</numerusform>
            <numerusform>Over %n years %1; API %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Over %n years %1.</source>
        <translation>
            <numerusform>Over %n year %1.</numerusform>
            <numerusform>Over %n years %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::CostTableModel</name>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::CostWords</name>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::Findings</name>
    <message numerus="yes">
        <source>%n rules hold</source>
        <translation>
            <numerusform>%n rule holds</numerusform>
            <numerusform>%n rules hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blockers</source>
        <translation>
            <numerusform>%n blocker</numerusform>
            <numerusform>%n blockers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unverified</source>
        <translation>
            <numerusform>%n unverified</numerusform>
            <numerusform>%n unverified</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::ImportNotes</name>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::MachineCompareTable</name>
    <message numerus="yes">
        <source>%n broken</source>
        <translation>
            <numerusform>%n broken</numerusform>
            <numerusform>%n broken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::MainWindow</name>
    <message numerus="yes">
        <source>The shipped catalog has changed figures of %n parts that you had edited. Your figures still count.</source>
        <translation>
            <numerusform>The shipped catalog has changed figures of %n part that you had edited. Your figures still count.</numerusform>
            <numerusform>The shipped catalog has changed figures of %n parts that you had edited. Your figures still count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prices as of %1; the catalog has changed %n of them.</source>
        <translation>
            <numerusform>Prices as of %1; the catalog has changed %n of them.</numerusform>
            <numerusform>Prices as of %1; the catalog has changed %n of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prices as of %1; %n of the quotes expired since then.</source>
        <translation>
            <numerusform>Prices as of %1; %n of the quotes expired since then.</numerusform>
            <numerusform>Prices as of %1; %n of the quotes expired since then.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::ModelSection</name>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::OrderedMachinesModel</name>
    <message numerus="yes">
        <source>%n without price</source>
        <translation>
            <numerusform>%n without price</numerusform>
            <numerusform>%n without price</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::PartCompareDialog</name>
    <message numerus="yes">
        <source>%n figures differ</source>
        <translation>
            <numerusform>%n figure differs</numerusform>
            <numerusform>%n figures differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::PartSide</name>
    <message numerus="yes">
        <source>%n prices in currencies without a rate are left out</source>
        <translation>
            <numerusform>%n price in a currency without a rate is left out</numerusform>
            <numerusform>%n prices in currencies without a rate are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::PriceHistoryChart</name>
    <message numerus="yes">
        <source>older than %n days</source>
        <translation>
            <numerusform>older than %n day</numerusform>
            <numerusform>older than %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::QuoteImportDialog</name>
    <message numerus="yes">
        <source>%1 of %2: %n lines with a price</source>
        <translation>
            <numerusform>%1 of %2: %n line with a price</numerusform>
            <numerusform>%1 of %2: %n lines with a price</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::QuoteTableModel</name>
    <message numerus="yes">
        <source>%n lines are missing</source>
        <translation>
            <numerusform>%n line is missing</numerusform>
            <numerusform>%n lines are missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::QuotesView</name>
    <message numerus="yes">
        <source>; %n parts have no price</source>
        <translation>
            <numerusform>; %n part has no price</numerusform>
            <numerusform>; %n parts have no price</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::RecoveryDialog</name>
    <message numerus="yes">
        <source>%1, %n machines</source>
        <translation>
            <numerusform>%1, %n machine</numerusform>
            <numerusform>%1, %n machines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::RepricingDialog</name>
    <message numerus="yes">
        <source>%n quoted price(s) expired on %1</source>
        <translation>
            <numerusform>%n quoted price expired on %1</numerusform>
            <numerusform>%n quoted prices expired on %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::SpeedFigures</name>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::SpeedPage</name>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::Text</name>
    <message numerus="yes">
        <source>%n days old</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months old</source>
        <translation>
            <numerusform>%n month old</numerusform>
            <numerusform>%n months old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years old</source>
        <translation>
            <numerusform>%n year old</numerusform>
            <numerusform>%n years old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::Verdict</name>
    <message numerus="yes">
        <source>%1 %n machines on the front, %2 considered.</source>
        <translation>
            <numerusform>%1 %n machine on the front, %2 considered.</numerusform>
            <numerusform>%1 %n machines on the front, %2 considered.</numerusform>
        </translation>
    </message>
</context>
</TS>
