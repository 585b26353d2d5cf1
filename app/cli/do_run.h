#pragma once

#include "app/cli/labels.h"
#include "app/cli/verb.h"
#include "db/store.h"

#include <QJsonDocument>

namespace cli {

/// A run of commands over one store: knows the names given with `as`, answers each line with one
/// line.
class Run {
public:
    Run(Call& call, db::Store& store) : m_call(call), m_store(store) { }

    /// Carries out one line of input and answers it; the exit status it stands for.
    int line(const QByteArray& text);

private:
    int answer(QJsonObject object);
    int wrong(const QString& field, const QString& text, const QString& mend);
    int notAnObject(const QJsonDocument& document, const QJsonParseError& problem);
    int clock(const QJsonValue& typed);
    int command(QJsonObject request);
    int attached(QJsonObject& request, QString& file);

    Call& m_call;
    db::Store& m_store;
    Labels m_labels;
    int m_number = 0;
};

}
