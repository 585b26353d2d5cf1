#pragma once

#include <QWidget>

class QLineEdit;

namespace ui {

/// The name of a file or folder: typed, or looked for.
class FileLine : public QWidget {
    Q_OBJECT

public:
    enum class For { Reading, ReadingSeveral, Writing, Folder };

    /// `filter`: "Bundles (*.dutybundle)"; `name`: object name of the line.
    FileLine(For what, const QString& spoken, QString filter, const QString& name,
        QWidget* parent = nullptr);

    /// Absolute, without blanks around; several are written with "; " between.
    QStringList files() const;
    QString file() const { return files().value(0); }
    void setFile(const QString& path);
    void setFiles(const QStringList& paths);
    QLineEdit* line() const { return m_line; }

signals:
    void changed();

private:
    void browse();

    For m_for;
    QString m_filter;
    QLineEdit* m_line;
};

}
