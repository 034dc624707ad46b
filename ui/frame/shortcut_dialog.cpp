// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/shortcut_dialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeySequence>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/theme/icons.h"

namespace milepost {
namespace {

/// As the keyboard of the reader's language calls them; as they are where they are words already.
QString nativeKeys(const QString& keys)
{
    const QKeySequence sequence(keys, QKeySequence::PortableText);
    const bool isKnown = !sequence.isEmpty() && sequence[0].key() != Qt::Key_unknown;
    return isKnown ? sequence.toString(QKeySequence::NativeText) : keys;
}

constexpr QSize wanted(560, 560);

bool holds(const QTreeWidgetItem& row, const QString& words)
{
    return row.text(0).contains(words, Qt::CaseInsensitive) ||
           row.text(1).contains(words, Qt::CaseInsensitive);
}

} // namespace

ShortcutDialog::ShortcutDialog(const std::vector<Section>& sections, QWidget* parent)
    : QDialog(parent)
    , m_list(new QTreeWidget)
{
    setObjectName(QStringLiteral("shortcutDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* field = new QLineEdit;
    field->setObjectName(QStringLiteral("shortcutSearch"));
    field->setAccessibleName(tr("Search the shortcuts"));
    field->setPlaceholderText(tr("Search: a key, or what it does"));
    field->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_list->setObjectName(QStringLiteral("shortcutList"));
    m_list->setAccessibleName(tr("Keyboard shortcuts"));
    m_list->setHeaderLabels({tr("Does"), tr("Key")});
    m_list->setRootIsDecorated(false);
    for (const Section& section : sections) {
        auto* title = new QTreeWidgetItem(m_list, {section.title});
        QFont bold = font();
        bold.setBold(true);
        title->setFont(0, bold);
        title->setFlags(Qt::ItemIsEnabled);
        for (const ShortcutRow& row : section.rows)
            new QTreeWidgetItem(title, {row.does, nativeKeys(row.keys)});
    }
    m_list->expandAll();
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(field);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    connect(field, &QLineEdit::textChanged, this, &ShortcutDialog::filter);
    resize(wanted.boundedTo(parent->size()));
    field->setFocus();
}

void ShortcutDialog::filter(const QString& words)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* section = m_list->topLevelItem(i);
        bool isEmpty = true;
        for (int j = 0; j < section->childCount(); ++j) {
            const bool matches = holds(*section->child(j), words);
            section->child(j)->setHidden(!matches);
            isEmpty = isEmpty && !matches;
        }
        section->setHidden(isEmpty);
    }
}

} // namespace milepost
