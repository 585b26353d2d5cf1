#pragma once

#include <QObject>
#include <QUrl>

/// Takes what the window would open in another program.
class OtherProgram : public QObject {
    Q_OBJECT

public:
    Q_SLOT void open(const QUrl& url) { opened = url.toLocalFile(); }

    QString opened;
};
