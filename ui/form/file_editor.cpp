#include "ui/form/file_editor.h"

#include "ui/widgets/parts.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {

// A file that is dropped on a line comes as its address.
static QString pathIn(const QString& text)
{
    const QUrl address(text);
    return address.isLocalFile() ? address.toLocalFile() : QDir::fromNativeSeparators(text);
}

FileEditor::FileEditor(QWidget* parent) : FieldEditor(parent), m_path(new QLineEdit)
{
    m_path->setPlaceholderText(tr("Path of the file"));
    auto* chooser = button(tr("Choose…"), u"chooseFile"_s);
    chooser->setAccessibleName(tr("Choose the file to attach"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_path, 1);
    layout->addWidget(chooser);
    connect(m_path, &QLineEdit::textChanged, this, &FieldEditor::edited);
    connect(chooser, &QPushButton::clicked, this, &FileEditor::choose);
}

QJsonValue FileEditor::value() const
{
    const QString text = m_path->text().trimmed();
    return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(pathIn(text));
}

void FileEditor::setValue(const QJsonValue& value)
{
    const QSignalBlocker silence(m_path);
    m_path->setText(QDir::toNativeSeparators(value.toString()));
}

QWidget* FileEditor::target()
{
    return m_path;
}

void FileEditor::choose()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Attach a file"));
    if (!path.isEmpty())
        m_path->setText(QDir::toNativeSeparators(path));
}

}
