#include "ui/widgets/file_line.h"

#include "ui/widgets/parts.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

FileLine::FileLine(
    For what, const QString& spoken, QString filter, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_for(what)
    , m_filter(std::move(filter))
    , m_line(new QLineEdit)
{
    m_line->setObjectName(name);
    m_line->setAccessibleName(spoken);
    auto* choose = button(tr("&Browse…"), name + u"Browse"_s);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line, 1);
    layout->addWidget(choose);
    setFocusProxy(m_line);
    connect(choose, &QPushButton::clicked, this, &FileLine::browse);
    connect(m_line, &QLineEdit::textChanged, this, &FileLine::changed);
}

QStringList FileLine::files() const
{
    QStringList all;
    const QStringList typed = m_for == For::ReadingSeveral ? m_line->text().split(u"; "_s)
                                                           : QStringList{m_line->text()};
    for (const QString& each : typed)
        if (const QString path = each.trimmed(); !path.isEmpty())
            all.append(QDir(QDir::fromNativeSeparators(path)).absolutePath());
    return all;
}

void FileLine::setFile(const QString& path)
{
    setFiles({path});
}

void FileLine::setFiles(const QStringList& paths)
{
    QStringList native;
    for (const QString& path : paths)
        native.append(QDir::toNativeSeparators(path));
    m_line->setText(native.join(u"; "_s));
}

void FileLine::browse()
{
    QStringList chosen;
    const QString from = file();
    const QString title = m_line->accessibleName();
    switch (m_for) {
    case For::Reading: chosen = {QFileDialog::getOpenFileName(this, title, from, m_filter)}; break;
    case For::ReadingSeveral:
        chosen = QFileDialog::getOpenFileNames(this, title, from, m_filter);
        break;
    case For::Writing: chosen = {QFileDialog::getSaveFileName(this, title, from, m_filter)}; break;
    case For::Folder: chosen = {QFileDialog::getExistingDirectory(this, title, from)}; break;
    }
    chosen.removeAll(QString());
    if (!chosen.isEmpty())
        setFiles(chosen);
    m_line->setFocus();
}

}
