#pragma once

#include "core/command/spec.h"
#include "core/journal/subject.h"
#include "ui/desk/answer.h"
#include "ui/form/form_plan.h"

#include <QFrame>
#include <QJsonObject>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui {

class DeskService;
class AlertLine;
class FieldRow;
class FormGrid;
class WhenRow;
struct FormSurroundings;

/// A command as a form, made from its specification. Its words are kept as a draft on every
/// keystroke and go only when the command is done; refusals stand beside their fields; when the
/// record changes beneath, the form says what is new and keeps what was typed.
class CommandForm : public QFrame {
    Q_OBJECT

public:
    /// `preset`: fields that are settled and not shown, `{"of": "…"}`. `about`: the record whose
    /// newest events the form takes as seen; may be none.
    CommandForm(DeskService& desk, const QString& command, QJsonObject preset,
        const core::Subject& about, QWidget* parent = nullptr);

    const QString& command() const { return m_spec->name; }
    const QString& draftKey() const { return m_draftKey; }
    QString title() const;
    QJsonObject request() const;
    void focusFirst();
    /// What the officer has put in, by field.
    QJsonObject typed() const;
    void submit();
    /// Throws the words away.
    void discard();
    /// Fills fields that nothing has been typed into.
    void suggest(const QJsonObject& values);
    void showRefusals(const Answer& answer);
    FieldRow* row(const QString& field) const;
    QString notice() const;

signals:
    void finished(const ui::Answer& answer, const QString& saved);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeFields();
    void addField(const core::FieldSpec& field, FormGrid& grid, const FormSurroundings& around);
    void makeFoot();
    std::vector<core::FieldSpec> shownFields() const;
    QWidget* firstEntry() const;
    FieldRow* rowAt(const QString& path) const;
    void setTyped(const QJsonObject& values);
    void keep();
    void offer();
    void showAlerts(const QJsonObject& values);
    void take(const Answer& answer);
    void noteSeen();
    void showKnown();
    void showNews();

    DeskService& m_desk;
    const core::CommandSpec* m_spec;
    FormPlan m_plan;
    QJsonObject m_preset;
    core::Subject m_about;
    QString m_draftKey;
    std::vector<core::Digest> m_seen;
    std::vector<FieldRow*> m_rows;
    QVBoxLayout* m_layout;
    QLabel* m_notice;
    AlertLine* m_alerts;
    QLabel* m_refusal;
    WhenRow* m_when;
    QPushButton* m_more = nullptr;
    QPushButton* m_save;
    bool m_sending = false;
};

}
