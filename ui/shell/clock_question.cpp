#include "ui/shell/clock_question.h"

#include "core/time/clock_doubt.h"
#include "core/time/london.h"
#include "ui/desk/desk_service.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

std::optional<QString> clockDoubtText(const DeskService& desk)
{
    const auto last = desk.lastWritten();
    if (!last || desk.training())
        return {};
    const core::Instant now = desk.now();
    switch (core::clockDoubt(*last, now)) {
    case core::ClockDoubt::None: return {};
    case core::ClockDoubt::Behind:
        return u"The last entry here was written at %1, %2 after this computer's time."_s.arg(
            core::dateTimeText(*last), core::durationText(*last - now));
    case core::ClockDoubt::LongAhead:
        return u"The last entry here was written at %1, %2 ago."_s.arg(
            core::dateTimeText(*last), core::durationText(now - *last));
    }
    return {};
}

void askAboutClock(MainWindow& window)
{
    const auto doubt = clockDoubtText(window.desk());
    if (!doubt)
        return;
    auto* box = new QMessageBox(QMessageBox::Question, QObject::tr("Is the time right?"),
        QObject::tr("Is it %1?").arg(core::dateTimeText(window.desk().now())),
        QMessageBox::NoButton, &window);
    box->setObjectName(u"clockQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        *doubt + u' ' + QObject::tr("Look at a telephone: a wrong clock makes every sum wrong."));
    auto* right = box->addButton(QObject::tr("The time is &right"), QMessageBox::AcceptRole);
    auto* wrong = box->addButton(QObject::tr("It is &wrong"), QMessageBox::RejectRole);
    box->setDefaultButton(right);
    QObject::connect(wrong, &QPushButton::clicked, &window, [&window] {
        window.messages().showTrouble(QObject::tr("This computer's clock is wrong."),
            QObject::tr("Set it in the system's settings before you write; give the time with each "
                        "entry until then."));
    });
    box->open();
}

}
