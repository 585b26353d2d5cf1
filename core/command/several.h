#pragma once

#include <QString>

#include <stdexcept>

namespace core {

/// Thrown where one reference names several records: to choose one could hit the wrong person.
struct SeveralCalledSo : std::runtime_error {
    SeveralCalledSo(const QString& what, const QString& how)
        : std::runtime_error((what + u' ' + how).toStdString())
        , text(what)
        , mend(how)
    {
    }

    QString text; ///< a sentence that names them
    QString mend;
};

}
