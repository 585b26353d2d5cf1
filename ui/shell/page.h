#pragma once

#include "core/journal/subject.h"
#include "core/paper/paper.h"
#include "ui/desk/answer.h"

#include <QWidget>

#include <optional>

namespace ui {

/// One page of the window: a folder of its own under ui/, one line in ui/shell/pages.cpp. It shows
/// records and sends commands through the DeskService; what it wants of the window it says by
/// signal.
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Brings a record forward, at `part` of it if that is not null; false when it is none of this
    /// page's.
    virtual bool showRecord(const core::Subject& subject, const core::PartId& part);
    /// Where the keyboard begins; by default the first widget that takes it.
    virtual void focusFirst();
    /// Where the keyboard goes when a record was brought forward.
    virtual void focusRecord() { focusFirst(); }
    /// The record in front, which a command chosen elsewhere is about; none by default.
    virtual core::Subject shownRecord() const { return {}; }
    /// Opens the form of a command beside the record in front; false when the page has no place
    /// for it.
    virtual bool openForm(const QString& command);
    /// The page has come to the front: refresh what was left alone while hidden.
    virtual void entered() { }
    /// How the window names it: "C-2026-11-18-002 Daniel Pryce"; empty for the list's title.
    virtual QString heading() const { return {}; }
    /// Takes files dropped on the window or given to the program; false when they are none of this
    /// page's.
    virtual bool takeFiles(const QStringList& files);
    /// What Ctrl+Shift+P prints; none where the page has no paper.
    virtual std::optional<core::Paper> paper() const { return {}; }
    /// An e-mail draft of the paper was written to these addresses.
    virtual void paperDrafted(const QStringList& to) { Q_UNUSED(to) }

signals:
    void openRequested(const core::Subject& subject, const core::PartId& part = {});
    /// What came of a command, for the message bar: `saved` names what was done.
    void reported(const ui::Answer& answer, const QString& saved);
    void said(const QString& words);
    void headingChanged();
    void printRequested();
};

}
