#pragma once

#include <QJsonArray>
#include <QString>

#include <optional>
#include <vector>

namespace cli::bench {

/// One line of the answer: what was measured, beside what, and the limit that it has to keep.
struct Figure {
    QString name; ///< stable, for scripts: "action_cpu"
    QString text; ///< for people
    double ours = 0;
    std::optional<double> beside; ///< the baseline of the same run
    QString unit;
    double result = 0; ///< what the limit is for: a ratio, or `ours` itself
    double limit = 0;
    bool atLeast = false; ///< the result may not be below the limit; else not above

    bool kept() const { return atLeast ? result >= limit : result <= limit; }
};

/// What was measured and what stands beside it, in one unit.
struct Beside {
    double ours = 0;
    double beside = 0;
    QString unit;
};

/// `ours` may be at most `limit` times what stands beside it.
Figure atMostTimes(const QString& name, const QString& text, const Beside& measured, double limit);
/// `ours` must reach `limit` times what stands beside it.
Figure atLeastTimes(const QString& name, const QString& text, const Beside& measured, double limit);
/// `ours` itself may be at most `limit`.
Figure atMost(
    const QString& name, const QString& text, double ours, const QString& unit, double limit);
/// `ours` itself must reach `limit`.
Figure atLeast(
    const QString& name, const QString& text, double ours, const QString& unit, double limit);

QJsonArray toJson(const std::vector<Figure>& figures);
QString toTable(const std::vector<Figure>& figures);

}
