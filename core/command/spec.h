#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/command/field_spec.h"
#include "core/command/json_read.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace core {

/// A command: what the window, the command line and the tests can ask for.
struct CommandSpec {
    QString name; ///< "handover.accept"
    QString summary;
    QStringList clauses; ///< clause ids whose rules it carries
    std::vector<FieldSpec> fields;
    /// Reads the arguments and decides; unreadable arguments come back as refusals.
    std::function<Decision(const QJsonObject& arguments, const Context&, Reading&)> decide;
};

Decision refuseUnreadable(const std::vector<ReadProblem>& problems);

/// The specification of command `C`, which has `static constexpr const char* name` and `visit`.
template <Visited C>
CommandSpec command(
    const char* summary, QStringList clauses, Decision (*decide)(const C&, const Context&))
{
    const auto run
        = [decide](const QJsonObject& arguments, const Context& context, Reading& reading) {
              C wanted;
              readObject(arguments, wanted, {}, reading);
              return reading.problems.empty() ? decide(wanted, context)
                                              : refuseUnreadable(reading.problems);
          };
    return {QString::fromLatin1(C::name), QString::fromUtf8(summary), std::move(clauses),
        fieldsOf<C>(), run};
}

}
