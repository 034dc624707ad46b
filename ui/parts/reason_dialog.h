// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QPlainTextEdit;

namespace milepost {

/// Asks a person why; the answer goes into the audit. OK only with at least three characters. Use open() and
/// accepted.
class ReasonDialog final : public QDialog {
    Q_OBJECT

public:
    /// `words`: what will happen. `okText`: what the button does.
    ReasonDialog(const QString& title, const QString& words, const QString& okText, QWidget* parent);

    /// A choice above the reason; `keys` are what choice() answers.
    void offerChoice(const QString& label, const QStringList& words, const QStringList& keys);
    QString choice() const;
    QString reason() const;

private:
    void updateOk();

    QFormLayout* m_form;
    QPlainTextEdit* m_reason;
    QDialogButtonBox* m_buttons;
    QComboBox* m_choice = nullptr;
};

} // namespace milepost
