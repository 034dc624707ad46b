# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DCTL=milepostctl -DDIR=folder -P stuck_orders.cmake
# A short heavy day: some parcels refused, notices that nobody knows of, damaged documents, a wrong postal code.
file(REMOVE_RECURSE ${DIR})
execute_process(
    COMMAND ${CTL} headless --orders 60 --faults heavy --seed 4 --speed 2400 --until idle --dir ${DIR} --json
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
