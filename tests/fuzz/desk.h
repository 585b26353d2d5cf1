#pragma once

#include "tests/support/handover_desk.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>

/// A desk with a person, a contact, cases in several stages and a handover proposed: what the
/// fuzzed input meets. Made once; never changed, so that one input always does the same.
const HandoverDesk& deskInTheMiddleOfANight();

/// A promise was broken: says which and stops, so that the fuzzer keeps the input.
[[noreturn]] void broken(const char* promise, const QString& how = {});

inline QByteArray bytesOf(const std::uint8_t* data, std::size_t size)
{
    return QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
}
