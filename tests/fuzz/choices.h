#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>

/// Turns a fuzzer's bytes into choices, first byte first; zeros once they are used up.
class Choices {
public:
    Choices(const std::uint8_t* data, std::size_t size) : m_data(data), m_left(size) { }

    template <typename T>
    T between(T least, T most)
    {
        const auto span = static_cast<std::uint64_t>(most - least) + 1;
        return least + static_cast<T>(bits() % span);
    }
    bool yes() { return (next() & 1U) != 0; }
    double real() { return static_cast<double>(static_cast<std::int32_t>(bits())) / 8; }
    /// Up to `most` bytes, the first of which says how many.
    QByteArray bytes(std::size_t most)
    {
        QByteArray taken;
        for (auto left = between<std::size_t>(0, most); left > 0 && m_left > 0; --left)
            taken.append(static_cast<char>(next()));
        return taken;
    }

private:
    std::uint8_t next()
    {
        if (m_left == 0)
            return 0;
        --m_left;
        return *m_data++;
    }
    std::uint32_t bits() { return next() | std::uint32_t(next()) << 8; }

    const std::uint8_t* m_data;
    std::size_t m_left;
};
