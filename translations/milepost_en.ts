<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
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
</context>
</TS>
