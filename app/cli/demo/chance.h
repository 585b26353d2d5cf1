#pragma once

#include <QString>
#include <QStringList>
#include <QUuid>

#include <cstdint>
#include <random>

namespace cli {

/// Repeatable chance: the same seed gives the same facts on every machine (no distribution of the
/// standard library is, so the sums are our own).
class Chance {
public:
    explicit Chance(std::uint64_t seed) : m_engine(seed) { }

    /// A whole number in [from, to].
    int between(int from, int to)
    {
        const auto span = static_cast<std::uint64_t>(to - from) + 1;
        return from + static_cast<int>(m_engine() % span);
    }
    bool oneIn(int times) { return between(1, times) == 1; }
    QString pick(const QStringList& from)
    {
        return from.at(between(0, static_cast<int>(from.size()) - 1));
    }
    QUuid uuid();

private:
    std::mt19937_64 m_engine;
};

}
