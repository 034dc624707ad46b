<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>ActionRun</name>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hold %n orders</source>
        <translation>
            <numerusform>Hold %n order</numerusform>
            <numerusform>Hold %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Release %n orders</source>
        <translation>
            <numerusform>Release %n order</numerusform>
            <numerusform>Release %n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::ActivityPage</name>
    <message numerus="yes">
        <source>%n entries are in %1</source>
        <translation>
            <numerusform>%n entry is in %1</numerusform>
            <numerusform>%n entries are in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::CloseDialog</name>
    <message numerus="yes">
        <source>%n long work(s) of yours are not finished yet.</source>
        <translation>
            <numerusform>%n long work of yours is not finished yet.</numerusform>
            <numerusform>%n long works of yours are not finished yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) to partners have not been answered yet.</source>
        <translation>
            <numerusform>%n call to partners has not been answered yet.</numerusform>
            <numerusform>%n calls to partners have not been answered yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::DataTable</name>
    <message numerus="yes">
        <source>%n rows are too many to copy; export them instead</source>
        <translation>
            <numerusform>%n row is too many to copy; export them instead</numerusform>
            <numerusform>%n rows are too many to copy; export them instead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::ExceptionsPage</name>
    <message numerus="yes">
        <source>%n exceptions</source>
        <translation>
            <numerusform>%n exception</numerusform>
            <numerusform>%n exceptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed exceptions</source>
        <translation>
            <numerusform>%n closed exception</numerusform>
            <numerusform>%n closed exceptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> in %n groups</source>
        <translation>
            <numerusform> in %n group</numerusform>
            <numerusform> in %n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry all %n…</source>
        <translation>
            <numerusform>Retry…</numerusform>
            <numerusform>Retry all %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolve all %n…</source>
        <translation>
            <numerusform>Resolve…</numerusform>
            <numerusform>Resolve all %n…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::InventoryPage</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figures</source>
        <translation>
            <numerusform>%n figure</numerusform>
            <numerusform>%n figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::MainWindow</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::MilestoneBar</name>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n pending</numerusform>
            <numerusform>%n pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders have reached it</source>
        <translation>
            <numerusform>%n order has reached it</numerusform>
            <numerusform>%n orders have reached it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::OrderList</name>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders at first; looking for more …</source>
        <translation>
            <numerusform>%n order at first; looking for more …</numerusform>
            <numerusform>%n orders at first; looking for more …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n selected</source>
        <translation>
            <numerusform>, %n selected</numerusform>
            <numerusform>, %n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::PlanDialog</name>
    <message numerus="yes">
        <source>%n of them carry no key: the partner would not recognise a repetition. Ask there first whether it was done.</source>
        <translation>
            <numerusform>%n of them carries no key: the partner would not recognise a repetition. Ask there first whether it was done.</numerusform>
            <numerusform>%n of them carry no key: the partner would not recognise a repetition. Ask there first whether it was done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls were done with other data than the order has then; they stay as they are. Take them back first where that matters.</source>
        <translation>
            <numerusform>%n call was done with other data than the order has then; it stays as it is. Take it back first where that matters.</numerusform>
            <numerusform>%n calls were done with other data than the order has then; they stay as they are. Take them back first where that matters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::PoliciesPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::StatusStrip</name>
    <message numerus="yes">
        <source>Cannot write, %n message(s) not saved yet</source>
        <translation>
            <numerusform>Cannot write, %n message not saved yet</numerusform>
            <numerusform>Cannot write, %n messages not saved yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n long work(s) running</source>
        <translation>
            <numerusform>%n long work running</numerusform>
            <numerusform>%n long works running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exception(s)</source>
        <translation>
            <numerusform>%n exception</numerusform>
            <numerusform>%n exceptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n system(s) in step</source>
        <translation>
            <numerusform>%n system in step</numerusform>
            <numerusform>%n systems in step</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n system(s) not asked</source>
        <translation>
            <numerusform>%n system not asked</numerusform>
            <numerusform>%n systems not asked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::TimelineTab</name>
    <message numerus="yes">
        <source>%n entries followed from it (▼).</source>
        <translation>
            <numerusform>%n entry followed from it (▼).</numerusform>
            <numerusform>%n entries followed from it (▼).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::TrainingCard</name>
    <message numerus="yes">
        <source>%n orders are on their way</source>
        <translation>
            <numerusform>%n order is on their way</numerusform>
            <numerusform>%n orders are on their way</numerusform>
        </translation>
    </message>
</context>
</TS>
