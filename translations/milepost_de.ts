<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>OrderTexts</name>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received, validated, accepted, allocated, released, shipped, posted, invoiced, delivered: filled when all units of the order are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warehouses and 3PLs that fulfil the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open exceptions of the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has to happen before the order goes on, and by when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>The demo systems have gone: nothing answers. Orders wait and go on when the systems are there again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the demo systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading only: another program drives these orders. You can look at everything; to act, use that program or end it. (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders stand still because the engine could not be started. Put right what is wrong, then try again. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is stopped: orders stand still, and what partners send waits with them. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store cannot be read, so what you see may be old. It is tried again every second. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be saved, so orders stand still: %1. Check that the disk has room and that the folder of the store may be written to. It goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this computer was set back: it is %1 behind the time that was already recorded. Due times wait until it has caught up. Check date and time of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connected system answers. Check the network of this computer. Calls wait and go on by themselves; nothing is sent twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show systems</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced by an edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit and retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compensate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awaiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fraud check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer&apos;s wish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept in ERP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan fulfillment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allocate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release to warehouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tender to carrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post shipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ERP sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carrier booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line priced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fulfillment planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fulfillment closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carrier booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carrier status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early carrier status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipment posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look-up sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look-up answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed to a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expectation met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exception opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exception closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allocated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed, nothing left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In transit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipment confirmation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledgement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for allocation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipment not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped, not posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mismatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compensation incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person must decide: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for stock of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries %1 again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the answer of %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for %1 to take the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the next working time of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for %1 to confirm the shipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It changed meanwhile: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be used: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reachable now, try again: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took too long: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is broken: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>milepost::AboutDialog</name>
    <message>
        <source>About Milepost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milepost %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drives every order through the systems that fulfil it, and puts whatever gets stuck in front of a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Built with Qt %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>milepost::CloseDialog</name>
    <message>
        <source>Work is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n long work(s) of yours are not finished yet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) to partners have not been answered yet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Orders stand still while Milepost is closed. Nothing is lost or done twice: whatever is stopped goes on at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wait until it is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>milepost::DataTable</name>
    <message numerus="yes">
        <source>%n rows are too many to copy; export them instead</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>milepost::FoundNumbersModel</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>milepost::FrameActions</name>
    <message>
        <source>Export a &amp;backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to any number…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ind on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Milepost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
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
        <source>L&amp;anguage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close a pop-up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>milepost::GoToPopup</name>
    <message>
        <source>Go to any number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order, purchase order, tracking, invoice, item or customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number on any document begins with “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and Down choose, Enter opens, Escape closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the beginning of any number that is on a document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers you went to last. Type the beginning of any other one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>milepost::Guide</name>
    <message>
        <source>Orders arrive and move by themselves. Soon one will get stuck; then this guide shows how to get it going again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order %1 is stuck and needs a person. What is stuck is listed under Exceptions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the exception of order %1 and read what happened: who said what, and what was tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the cause is put right at the partner, choose Retry for order %1. Nothing is done twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this demo the partner has now put the cause right. Choose Retry for order %1: nothing is done twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order %1 goes on. Watch it until it is delivered. Now: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order %1 is delivered, and you got it there. Every exception can be worked like this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open Exceptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Do it for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry of order %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown by the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The retry was carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The retry failed; the exception says why.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>milepost::GuidePanel</name>
    <message>
        <source>S&amp;kip this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the guide; Help, Guide brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>milepost::MainWindow</name>
    <message>
        <source>%1 – %2</source>
        <extracomment>title of the window: page, program</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo systems are being started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is being opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milepost closes as soon as the work under way is done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>milepost::Navigation</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (Alt+%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>milepost::ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>milepost::ShortcutDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: a key, or what it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>milepost::StatusStrip</name>
    <message>
        <source>Business time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the orders under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the exceptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the demo systems…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The systems that the orders go through are being started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is being opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping the engine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders do not go on until it is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Cannot write, %n message(s) not saved yet</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Engine running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls under way: %1. Waiting: %2. Outcome unknown: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Systems up: %1, not heard of for long: %2, not answering: %3, paused: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 systems in step</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n long work(s) running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 orders under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No exceptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n exception(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n system(s) in step</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Opens the activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 times as fast</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>milepost::StoreWork</name>
    <message>
        <source>Export a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stores (*.db)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification of the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; nothing was proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is sound: every order agrees with its history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is not sound. %1: %2. Restore the last good backup.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>milepost::ViewStack</name>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
