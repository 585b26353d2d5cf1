#include "ui/exchange/introduce_dialog.h"

#include "core/exchange/common_folder.h"
#include "ui/desk/desk_service.h"
#include "ui/desk/exchange.h"
#include "ui/widgets/file_line.h"
#include "ui/widgets/parts.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

IntroduceDialog::IntroduceDialog(DeskService& desk, QWidget* parent)
    : FileQuestion(tr("Introduce this desk"),
        tr("A small file with this desk's name, service and public keys. Nothing in it is secret."),
        new FileLine(FileLine::For::Writing, tr("File to write"),
            tr("Introductions (*%1)").arg(QString::fromUtf16(core::introductionSuffix)),
            u"introductionFile"_s),
        parent)
    , m_desk(desk)
    , m_code(label({}, "title"))
    , m_next(label({}, "quiet"))
{
    m_code->setObjectName(u"introductionCode"_s);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    for (QLabel* each : {m_code, m_next}) {
        rows()->addWidget(each);
        each->hide();
    }
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    line().setFile(QDir(documents).filePath(
        desk.exchange().deskName() + QString::fromUtf16(core::introductionSuffix)));
    setMain(tr("Write it (Enter)"));
}

QString IntroduceDialog::code() const
{
    return m_code->text();
}

void IntroduceDialog::take()
{
    QString file = line().file();
    if (file.isEmpty())
        return refuse(tr("Give a file to write."));
    if (QFileInfo(file).suffix().isEmpty())
        file += QString::fromUtf16(core::introductionSuffix);
    m_desk.exchange().introduce(file, {}, this, [this, file](const Introduced& made) {
        if (!made.failure.isEmpty())
            return refuse(made.failure);
        m_code->setText(made.code.join(u' '));
        m_next->setText(tr("Written: %1. Send it to the other desk. Then talk on the telephone, on "
                           "a number that you know, and read these six words out; they type them "
                           "in.")
                            .arg(QDir::toNativeSeparators(file)));
        m_code->show();
        m_next->show();
        m_code->setFocus();
        setDone();
        fit();
    });
}

}
