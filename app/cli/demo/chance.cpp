#include "app/cli/demo/chance.h"

namespace cli {

QUuid Chance::uuid()
{
    const std::uint64_t high = m_engine();
    const std::uint64_t low = m_engine();
    const auto part
        = [](std::uint64_t word, int shift) { return static_cast<uchar>(word >> shift); };
    return {static_cast<uint>(high >> 32), static_cast<ushort>(high >> 16),
        static_cast<ushort>((high & 0x0fff) | 0x4000),
        static_cast<uchar>((part(low, 56) & 0x3f) | 0x80), part(low, 48), part(low, 40),
        part(low, 32), part(low, 24), part(low, 16), part(low, 8), part(low, 0)};
}

}
